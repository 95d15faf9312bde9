using System.Text.RegularExpressions;

namespace RotationLambdas.PostgresRotation.Tests.Errors;

public sealed partial class ErrorsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.PathOf("docs", "reference", "errors.md"));

    [Fact]
    public void The_document_has_a_section_for_every_error_and_none_beside()
    {
        var errors = typeof(RotationHandler).Assembly.GetTypes().Concat(typeof(FunctionException).Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(FunctionException)))
            .Select(type => type.Name);

        Sections().Select(section => section.Name).ShouldBe(errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_section_says_what_the_error_means_and_what_to_do()
    {
        foreach ((var name, var text) in Sections())
        {
            text.ShouldContain("**What it means.** ", Case.Sensitive, name);
            text.ShouldContain("**What to do.** ", Case.Sensitive, name);
        }
    }

    private static IEnumerable<(string Name, string Text)> Sections() =>
        Section().Matches(Document).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex(@"^## (\w+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
