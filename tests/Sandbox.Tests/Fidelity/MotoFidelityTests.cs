namespace RotationLambdas.Sandbox.Tests.Fidelity;

public sealed partial class MotoFidelityTests
{
    /// <summary>Two imitations of AWS that agree are likely right. Where they do not, differences.json records which of them AWS's
    /// documentation agrees with; a difference that is not there, or is on record and does not exist, fails.</summary>
    [Trait("Needs", "moto_server")]
    [ToolFact("moto_server")]
    public async Task Differs_from_moto_only_where_recorded()
    {
        var script = ScriptedCall.ReadAll();
        await using var sandbox = await SandboxHost.StartAsync(ScriptRun.Instant);
        await using var moto = await MotoServer.StartAsync();
        using var here = new ScriptRun(sandbox.Endpoint);
        using var there = new ScriptRun(moto.Endpoint);

        var own = await here.RunAsync(script, () => sandbox.Ecs.WhenSteadyAsync());
        var others = await there.RunAsync(script, () => Task.CompletedTask);

        var found = own.Zip(others).SelectMany(pair => Differences(pair.First.Call, pair.First.Answer, pair.Second.Answer)).ToList();
        var record = Record();
        record.ShouldAllBe(difference => !string.IsNullOrWhiteSpace((string?)difference!["decides"]));
        var recorded = record.Select(
            difference => $"{difference!["call"]}: {difference["at"]}: sandbox {difference["sandbox"]}, moto {difference["moto"]}");
        found.ShouldBe(recorded);
    }

    [Fact]
    public void The_documents_table_is_the_record()
    {
        var operations = ScriptedCall.ReadAll().ToDictionary(call => call.Name, call => call.Operation);

        File.ReadLines(Repository.PathOf("docs", "development", "sandbox.md")).Where(line => line.StartsWith("| ")).Skip(1)
            .ShouldBe(Record().Select(one => $"| {operations[(string)one!["call"]!]}: {Cell(one, "call")} | `{one["at"]}` | "
                + $"{Cell(one, "sandbox")} | {Cell(one, "moto")} | {Cell(one, "decides")} |"));
    }

    private static JsonArray Record() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Sandbox.Tests", "Fidelity", "differences.json")))!.AsArray();

    private static string Cell(JsonNode difference, string member) =>
        string.Join(' ', ((string)difference[member]!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|");

    private static IEnumerable<string> Differences(ScriptedCall call, JsonObject own, JsonObject other)
    {
        // An error against an answer is one difference, not one for every member.
        var paths = (own["error"], other["error"]) switch
        {
            (null, null) => call.Compare ?? [],
            (not null, not null) => ["error", "message"],
            _ => ["error"],
        };
        foreach (var path in paths)
        {
            var (ours, theirs) = (Text(own, path), Text(other, path));
            if (ours != theirs)
            {
                yield return $"{call.Name}: {path}: sandbox {ours}, moto {theirs}";
            }
        }
    }

    private static string Text(JsonObject answer, string path) =>
        ScriptRun.At(answer, path) is { } found ? RandomSuffix().Replace(found.ToString(), "-??????") : "absent";

    [GeneratedRegex("(?<=:secret:[A-Za-z]+)-[A-Za-z0-9]{6}")]
    private static partial Regex RandomSuffix();
}
