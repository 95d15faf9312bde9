using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.Sandbox.Tests.EventBridge;

public sealed class EventBridgeServiceTests : SandboxFixture
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);
    private MessageQueue _queue = null!;

    protected override SandboxOptions Options => new() { TimeProvider = _clock };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _queue = Sandbox.Sqs.CreateQueue("events");
    }

    [Fact]
    public void A_matching_event_reaches_the_queue_of_the_rule()
    {
        Rule("""{"source":["aws.secretsmanager"],"detail":{"labelUpdated":["AWSCURRENT"]}}""");

        Publish("aws.secretsmanager", """{"labelUpdated":"AWSCURRENT"}""");
        Publish("aws.secretsmanager", """{"labelUpdated":"mine"}""");
        Publish("aws.ecs", """{"labelUpdated":"AWSCURRENT"}""");

        var received = _queue.Receive(10).Single();
        JsonNode.Parse(received.Body)!["source"]!.GetValue<string>().ShouldBe("aws.secretsmanager");
    }

    [Fact]
    public void A_function_is_invoked_with_the_event()
    {
        List<JsonNode> events = [];
        Sandbox.Functions.Start("f", (payload, _) =>
        {
            events.Add(payload);
            return Task.FromResult<JsonNode?>(null);
        });
        Rule("""{"source":["x"]}""", new EventTarget { Id = "t", Arn = "arn:aws:lambda:eu-west-1:123456789012:function:f" });

        Publish("x", """{"a":1}""");

        events.Single()["detail"]!["a"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void A_failed_delivery_is_dead_lettered()
    {
        Rule("""{"source":["x"]}""", new EventTarget { Id = "t", Arn = "arn:aws:sqs:eu-west-1:1:missing", DeadLetterQueueArn = _queue.Arn });

        Publish("x", "{}");

        _queue.Receive(1).Single().Attributes!["ERROR_CODE"]!["StringValue"]!.GetValue<string>().ShouldBe("NO_RESOURCE");
    }

    [Fact]
    public void A_scheduled_rule_fires_until_it_is_replaced()
    {
        Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = "sweep", ScheduleExpression = "rate(6 hours)" });
        Sandbox.EventBridge.PutTargets("sweep", new EventTarget { Id = "t", Arn = _queue.Arn });

        _clock.Pass(TimeSpan.FromHours(13));
        var bodies = _queue.Receive(10).Select(message => JsonNode.Parse(message.Body)!).ToList();
        Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = "sweep", ScheduleExpression = "rate(6 hours)", Enabled = false });
        _queue.Purge();
        _clock.Pass(TimeSpan.FromHours(13));

        bodies.Select(body => body["time"]!.GetValue<string>()).ShouldBe(["2026-03-01T18:00:00Z", "2026-03-02T00:00:00Z"]);
        bodies[0]["detail-type"]!.GetValue<string>().ShouldBe("Scheduled Event");
        bodies[0]["resources"]![0]!.GetValue<string>().ShouldBe("arn:aws:events:eu-west-1:123456789012:rule/sweep");
        _queue.Receive(1).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_may_not_publish_as_a_service_of_AWS()
    {
        Rule("""{"source":["aws.secretsmanager","mine"]}""");

        var (_, body) = await Client.CallAsync("AWSEvents.PutEvents",
            """{"Entries":[{"Source":"aws.secretsmanager","DetailType":"d","Detail":"{}"},{"Source":"mine","DetailType":"d","Detail":"{\"a\":1}"},{"Source":"mine","DetailType":"d","Detail":"["}]}""");

        body["FailedEntryCount"]!.GetValue<int>().ShouldBe(2);
        body["Entries"]!.AsArray().Select(entry => (string?)entry!["ErrorCode"])
            .ShouldBe(["NotAuthorizedForSourceException", null, "MalformedDetail"]);
        JsonNode.Parse(_queue.Receive(10).Single().Body)!["source"]!.GetValue<string>().ShouldBe("mine");
    }

    [Fact]
    public async Task Entries_that_are_too_large_together_are_all_refused()
    {
        var entry = $$$"""{"Source":"mine","DetailType":"d","Detail":"{\"a\":\"{{{new string('x', 100_000)}}}\"}"}""";

        (await Client.CallAsync("AWSEvents.PutEvents", $$"""{"Entries":[{{entry}},{{entry}}]}"""))
            .Body["FailedEntryCount"]!.GetValue<int>().ShouldBe(0);
        (await Client.CallAsync("AWSEvents.PutEvents", $$"""{"Entries":[{{entry}},{{entry}},{{entry}}]}"""))
            .Body["__type"]!.GetValue<string>().ShouldBe("ValidationException");
    }

    [Theory]
    [InlineData("PutEvents", """{"Entries":[]}""", "ValidationException")]
    [InlineData("Fly", "{}", "UnknownOperationException")]
    public async Task A_bad_call_is_refused_as_EventBridge_refuses_it(string operation, string input, string code) =>
        (await Client.CallAsync("AWSEvents." + operation, input)).Body["__type"]!.GetValue<string>().ShouldBe(code);

    private void Rule(string pattern, EventTarget? target = null)
    {
        Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = "rule", EventPattern = JsonNode.Parse(pattern)!.AsObject() });
        Sandbox.EventBridge.PutTargets("rule", target ?? new EventTarget { Id = "t", Arn = _queue.Arn });
    }

    private void Publish(string source, string detail) =>
        Sandbox.Events.Publish(AwsEvent.Create(Sandbox.Options, source, "Test", JsonNode.Parse(detail)!.AsObject()));
}
