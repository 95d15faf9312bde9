namespace RotationLambdas.Sandbox.Tests.Fidelity;

public sealed class FidelityDocumentTests
{
    [Fact]
    public async Task The_documents_table_is_the_record()
    {
        var operations = ScriptedCall.ReadAll().ToDictionary(call => call.Name, call => call.Operation);
        var record = JsonNode.Parse(await File.ReadAllTextAsync(FidelityFiles.Path("differences.json")))!.AsArray();
        var document = await File.ReadAllLinesAsync(Repository.PathOf("docs", "development", "sandbox.md"));

        var table = document.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        table.ShouldBe(record.Select(difference => Row(operations[difference!["call"]!.GetValue<string>()], difference)));
    }

    private static string Row(string operation, JsonNode difference) =>
        $"| {operation}: {Cell(difference, "call")} | `{difference["at"]}` | {Cell(difference, "sandbox")} | {Cell(difference, "moto")} | "
            + $"{Cell(difference, "decides")} |";

    private static string Cell(JsonNode difference, string member) =>
        string.Join(' ', difference[member]!.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("|", "\\|");
}
