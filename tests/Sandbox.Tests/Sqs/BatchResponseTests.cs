namespace RotationLambdas.Sandbox.Tests.Sqs;

public sealed class BatchResponseTests
{
    private static readonly QueueMessage[] Batch = [
        .. Enumerable.Range(0, 3).Select(i => new QueueMessage($"{i}", null, "AIDA", DateTimeOffset.UnixEpoch))];

    // "Lambda treats a batch as a complete success if your function returns any of the following", Lambda Developer Guide.
    [Theory]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void An_answer_without_failures_is_a_success_of_all(string answer) => Failed(answer).ShouldBeEmpty();

    // "… as a complete failure if your function returns any of the following".
    [Theory]
    [InlineData("\"done\"")]
    [InlineData("""{"batchItemFailures":"none"}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"messageId":"1"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":7}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"nobody"}]}""")]
    [InlineData("""{"batchItemFailures":[null]}""")]
    public void A_malformed_answer_fails_the_whole_batch(string answer) => Failed(answer).ShouldBe(Batch);

    [Fact]
    public void Only_the_named_messages_fail() =>
        Failed($$"""{"batchItemFailures":[{"itemIdentifier":"{{Batch[1].MessageId}}"},{"itemIdentifier":"{{Batch[1].MessageId}}"}]}""")
            .ShouldBe([Batch[1]]);

    [Fact]
    public void A_function_that_threw_fails_all() =>
        BatchResponse.Failed(new FunctionReply(false, null), Batch, partial: true).ShouldBe(Batch);

    [Fact]
    public void Without_ReportBatchItemFailures_answers_are_ignored() =>
        BatchResponse.Failed(
            new FunctionReply(true, JsonNode.Parse($$"""{"batchItemFailures":[{"itemIdentifier":"{{Batch[0].MessageId}}"}]}""")), Batch,
            partial: false).ShouldBeEmpty();

    private static IReadOnlyCollection<QueueMessage> Failed(string answer) =>
        BatchResponse.Failed(new FunctionReply(true, JsonNode.Parse(answer)), Batch, partial: true);
}
