using System.Text.Json.Nodes;
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

    [Fact]
    public void Who_listens_hears_of_every_call()
    {
        var heard = new List<string>();
        _log.Added += (_, added) => heard.Add(added.Call.Operation);

        Add("one");

        heard.ShouldBe(["one"]);
    }

    [Fact]
    public void Calls_from_many_threads_are_all_there()
    {
        Parallel.For(0, 200, index => Add($"{index}"));

        _log.Snapshot().Count.ShouldBe(200);
        _log.Clear();
        _log.Snapshot().ShouldBeEmpty();
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
