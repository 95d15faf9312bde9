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
        await using var sandbox = await SandboxHost.StartAsync(FidelityOptions.Instant);
        await using var moto = await MotoServer.StartAsync();
        using var here = new ScriptRun(sandbox.Endpoint);
        using var there = new ScriptRun(moto.Endpoint);

        var own = await here.RunAsync(script, () => sandbox.Ecs.WhenSteadyAsync());
        var others = await there.RunAsync(script, () => Task.CompletedTask);

        var found = own.Zip(others).SelectMany(pair => Differences(pair.First.Call, pair.First.Answer, pair.Second.Answer)).ToList();
        var record = JsonNode.Parse(await File.ReadAllTextAsync(FidelityFiles.Path("differences.json")))!.AsArray();
        record.ShouldAllBe(difference => !string.IsNullOrWhiteSpace((string?)difference!["decides"]));
        var recorded = record.Select(
            difference => $"{difference!["call"]}: {difference["at"]}: sandbox {difference["sandbox"]}, moto {difference["moto"]}");
        found.ShouldBe(recorded);
    }

    private static IEnumerable<string> Differences(ScriptedCall call, JsonObject own, JsonObject other)
    {
        // An error against an answer is one difference, not one for every member.
        string[] paths = (own["error"], other["error"]) switch
        {
            (null, null) => [.. call.Compare],
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
