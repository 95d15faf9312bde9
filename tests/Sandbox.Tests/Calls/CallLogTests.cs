using RotationLambdas.Sandbox.Calls;

namespace RotationLambdas.Sandbox.Tests.Calls;

public sealed class CallLogTests
{
    private readonly CallLog _log = new();

    [Fact]
    public void A_snapshot_does_not_change_when_calls_follow()
    {
        Add("one");
        var before = _log.Snapshot();

        Add("two");

        before.Count.ShouldBe(1);
        _log.Snapshot().Select(call => call.Operation).ShouldBe(["one", "two"]);
    }

    [Theory]
    [InlineData("""{"SecretId":"db","VersionId":"v"}""", "db")]
    [InlineData("""{"Name":"new"}""", "new")]
    [InlineData("""{"cluster":"c","service":"s"}""", "s")]
    [InlineData("""{"SecretId":5}""", null)]
    [InlineData("""{"SecretString":"hunter2"}""", null)]
    public void What_a_call_is_about_is_read_from_its_input(string input, string? resource)
    {
        CallResource.Of(JsonNode.Parse(input)!.AsObject()).ShouldBe(resource);
    }

    private void Add(string operation) =>
        _log.Add(new RecordedCall(DateTimeOffset.UnixEpoch, "administrator", "secretsmanager", operation, null, 200, null));
}
