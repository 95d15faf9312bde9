namespace RotationLambdas.Sandbox.Tests.Sqs;

public sealed class SqsServiceTests : SandboxFixture
{
    protected override SandboxOptions Options => new() { TimeProvider = new FakeTimeProvider(TestTime.Start) };

    [Fact]
    public async Task A_long_poll_ends_with_the_first_message()
    {
        var queue = Sandbox.Sqs.CreateQueue("q");
        var poll = CallAsync("ReceiveMessage", $$"""{"QueueUrl":"{{queue.Url}}","WaitTimeSeconds":20}""");

        queue.Send("at last");

        (await poll)["Messages"]![0]!["Body"]!.GetValue<string>().ShouldBe("at last");
    }

    [Theory]
    [InlineData("SendMessage", """{"QueueUrl":"http://127.0.0.1/123456789012/nobody","MessageBody":"x"}""", "QueueDoesNotExist")]
    [InlineData("ReceiveMessage", """{"QueueUrl":"there","MaxNumberOfMessages":11}""", "InvalidParameterValueException")]
    [InlineData("SendMessage", """{"QueueUrl":"there"}""", "MissingRequiredParameterException")]
    public async Task A_bad_call_is_refused_as_SQS_refuses_it(string operation, string input, string code)
    {
        Sandbox.Sqs.CreateQueue("there");

        (await CallAsync(operation, input))["__type"]!.GetValue<string>().ShouldBe("com.amazonaws.sqs#" + code);
    }

    private async Task<JsonNode> CallAsync(string operation, string input) =>
        (await Client.CallAsync("AmazonSQS." + operation, input, mediaType: "application/x-amz-json-1.0")).Body;
}
