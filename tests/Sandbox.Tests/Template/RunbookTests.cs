namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>The runbook and the page of errors are complete.</summary>
public sealed partial class RunbookTests
{
    [Fact]
    public void Every_alarm_has_its_section() =>
        DocumentTable.Section("reference/runbook.md", "## Alarms").Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .Select(line => line[4..])
            .ShouldBe(Alarms.Select(alarm => ShortName(alarm)), ignoreOrder: true);

    [Fact]
    public void Every_alarm_is_explained() =>
        Alarms.ToList().ForEach(alarm => ShouldBeExplained("reference/runbook.md", $"### {ShortName(alarm)}"));

    [Fact]
    public void Every_error_has_its_section()
    {
        var errors = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => SealedException().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal)
            .ToList();

        DocumentTable.Headings("reference/errors.md", "##").ShouldBe(errors);
        errors.ForEach(error => ShouldBeExplained("reference/errors.md", $"## {error}"));
    }

    private static void ShouldBeExplained(string document, string heading)
    {
        var text = string.Join('\n', DocumentTable.Section(document, heading));
        foreach (var part in new[] { "**Means.**", "**See.**", "**Do.**" })
        {
            text.ShouldContain(part, customMessage: heading);
        }
    }

    private static IEnumerable<AlarmResource> Alarms => ExampleStack.Full.Alarms.UnionBy(ExampleStack.Default.Alarms, alarm => alarm.Name);

    private static string ShortName(AlarmResource alarm) => alarm.Name["rotation-".Length..];

    [GeneratedRegex(@"sealed class (\w+Exception)\([^)]*\)\s*: FunctionException")]
    private static partial Regex SealedException();
}
