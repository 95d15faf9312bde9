using RotationLambdas.Sandbox.Template;

namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>docs/reference/runbook.md against the alarms and the errors that there are.</summary>
public class RunbookTests
{
    [Fact]
    public void Every_alarm_has_its_section_and_there_is_no_section_without_an_alarm() =>
        DocumentTable.Section("reference/runbook.md", "## Alarms").Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..])
            .ShouldBe(Alarms.Select(alarm => ShortName(alarm)), ignoreOrder: true);

    [Fact]
    public void An_alarm_says_in_its_description_where_it_is_explained() =>
        Alarms.ShouldAllBe(alarm => alarm.Description.EndsWith($"docs/reference/runbook.md, {ShortName(alarm)}."));

    [Fact]
    public void Every_alarm_says_what_it_means_how_to_see_it_and_what_to_do()
    {
        foreach (var alarm in Alarms)
        {
            var text = string.Join('\n', DocumentTable.Section("reference/runbook.md", $"### {ShortName(alarm)}"));
            foreach (var part in new[] { "**Means.**", "**See.**", "**Do.**" })
            {
                text.ShouldContain(part, customMessage: alarm.Name);
            }
        }
    }

    [Fact]
    public void Every_error_has_its_section_and_there_is_no_section_without_an_error()
    {
        var errors = new[] { "PostgresRotation", "EcsRedeployment" }
            .SelectMany(function => Directory.EnumerateFiles(Repository.PathOf("src", function, "Errors"), "*Exception.cs"))
            .Where(file => !File.ReadAllText(file).Contains("abstract class", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Concat(DocumentTable.Headings("reference/errors.md", "##").Where(heading => heading.EndsWith("Exception", StringComparison.Ordinal)))
            .Distinct();

        DocumentTable.Headings("reference/runbook.md", "###").Where(heading => heading.EndsWith("Exception", StringComparison.Ordinal)).ShouldBe(errors, ignoreOrder: true);
    }

    private static IEnumerable<AlarmResource> Alarms => ExampleStack.Full.Alarms.UnionBy(ExampleStack.Default.Alarms, alarm => alarm.Name);

    private static string ShortName(AlarmResource alarm) => alarm.Name["rotation-".Length..];
}
