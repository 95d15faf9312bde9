namespace RotationLambdas.Sandbox.Tests.Hosting;

public sealed class EventBusTests
{
    private readonly EventBus _bus = new();

    [Fact]
    public void Every_subscriber_gets_a_copy_of_its_own()
    {
        var (first, second) = (new List<JsonObject>(), new List<JsonObject>());
        _bus.Subscribe(one =>
        {
            one["spoiled"] = true;
            first.Add(one);
        });
        _bus.Subscribe(second.Add);

        _bus.Publish(new JsonObject { ["id"] = "1" });

        first.Single()["spoiled"].ShouldNotBeNull();
        second.Single().ToJsonString().ShouldBe("""{"id":"1"}""");
    }

    [Fact]
    public void An_event_has_the_envelope_of_EventBridge()
    {
        var options = new SandboxOptions { TimeProvider = new FakeTimeProvider(TestTime.Start) };

        var made = AwsEvent.Create(options, "aws.test", "Something Happened", new JsonObject { ["a"] = 1 }, "arn:one");

        made["id"]!.GetValue<string>().Length.ShouldBe(36);
        made.Remove("id");
        made.ToJsonString()
            .ShouldBe(
            """{"version":"0","detail-type":"Something Happened","source":"aws.test","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"eu-west-1","resources":["arn:one"],"detail":{"a":1}}""");
    }
}
