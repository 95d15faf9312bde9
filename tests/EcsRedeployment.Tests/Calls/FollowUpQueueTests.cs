namespace RotationLambdas.EcsRedeployment.Tests.Calls;

public sealed class FollowUpQueueTests
{
    private readonly FakeQueue _sqs = new();

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 180)]
    [InlineData(4, 300)]
    [InlineData(50, 300)]
    public async Task A_retry_comes_back_within_minutes(int receiveCount, int seconds)
    {
        (await Queue(FakeQueue.Url).DelayAsync([("r0", receiveCount)], CancellationToken.None)).ShouldBeEmpty();

        _sqs.Visibility.ShouldBe(new Dictionary<string, int> { ["r0"] = seconds });
    }

    [Fact]
    public async Task Many_messages_are_delayed_ten_a_call()
    {
        await Queue(FakeQueue.Url).DelayAsync(Enumerable.Range(0, 25).Select(i => ($"r{i}", 1)), CancellationToken.None);

        _sqs.Visibility.Count.ShouldBe(25);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 90)]
    [InlineData(3600, 900)]
    public async Task A_message_is_delayed_by_fifteen_minutes_at_most(int seconds, int delay)
    {
        (await Queue(FakeQueue.Url).SendAsync("x", TimeSpan.FromSeconds(seconds), CancellationToken.None)).ShouldBeNull();

        _sqs.Sent.ShouldBe([("x", delay)]);
    }

    [Fact]
    public async Task Without_a_queue_the_variable_is_named()
    {
        (await Queue(null).SendAsync("x", TimeSpan.Zero, CancellationToken.None)).ShouldNotBeNull().ShouldContain("QUEUE_URL");
        (await Queue(null).DelayAsync([("r0", 1)], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        _sqs.Fault = new Amazon.SQS.AmazonSQSException("User: r is not authorized to perform: sqs:sendmessage on resource: q")
        {
            ErrorCode = "AccessDenied",
        };

        (await Queue(FakeQueue.Url).SendAsync("x", TimeSpan.Zero, CancellationToken.None)).ShouldNotBeNull()
            .ShouldContain("Add sqs:sendmessage");
    }

    [Fact]
    public async Task A_failure_of_the_moment_is_retried_and_reported()
    {
        _sqs.Fault = new HttpRequestException("Connection reset by peer");

        (await Queue(FakeQueue.Url).SendAsync("x", TimeSpan.Zero, CancellationToken.None)).ShouldNotBeNull()
            .ShouldContain("Connection reset by peer");
        _sqs.Calls.ShouldBe(4);
    }

    private FollowUpQueue Queue(string? url) => new(_sqs, url is null ? null : new(url), new EagerClock(Noon));
}
