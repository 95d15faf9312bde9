namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>docs/reference/parameters.md is generated from template.yaml: WRITE_DOCS=1 writes it anew.</summary>
public class ParametersDocumentTests
{
    private const int Columns = 140;

    [Fact]
    public async Task The_page_of_parameters_is_generated_from_the_template()
    {
        var path = Repository.PathOf("docs", "reference", "parameters.md");
        var expected = Rendered();
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        (await File.ReadAllTextAsync(path))
            .ShouldBe(expected, "docs/reference/parameters.md is out of date: run this test with WRITE_DOCS=1.");
    }

    private static string Rendered()
    {
        var root = ExampleStack.Template.Root;
        var page = new StringBuilder(
            "# Parameters and outputs of template.yaml\n\nGenerated from the template. A list is a text with commas, without spaces.\n");
        foreach (var group in root["Metadata"]!["AWS::CloudFormation::Interface"]!["ParameterGroups"]!.AsArray())
        {
            page.Append($"\n## {group!["Label"]!["default"]}\n");
            foreach (var name in group["Parameters"]!.AsArray())
            {
                AppendParameter(page, (string)name!, root["Parameters"]![(string)name!]!);
            }
        }

        page.Append("\n## Outputs\n\n");
        foreach (var (name, output) in root["Outputs"]!.AsObject())
        {
            AppendWrapped(page, $"- `{name}`: {(string)output!["Description"]!}");
            page.Append('\n');
        }

        return page.ToString();
    }

    private static void AppendParameter(StringBuilder page, string name, JsonNode parameter)
    {
        page.Append($"\n### {name}\n\n");
        AppendWrapped(page, (string)parameter["Description"]!);
        page.Append("\n\n");
        var initial = Intrinsics.Text(parameter["Default"])!;
        var values = $"Default: {(initial.Length == 0 ? "empty" : $"`{initial}`")}.";
        if (parameter["AllowedValues"] is JsonArray allowed)
        {
            values += $" Allowed: {string.Join(", ", allowed.Select(value => $"`{Intrinsics.Text(value)}`"))}.";
        }
        else if (parameter["MinValue"] is { } least)
        {
            values += $" Allowed: {Intrinsics.Text(least)} to {Intrinsics.Text(parameter["MaxValue"])}.";
        }

        AppendWrapped(page, values);
        page.Append('\n');
    }

    private static void AppendWrapped(StringBuilder page, string text)
    {
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            var breaks = used + word.Length + 1 > Columns;
            page.Append(used == 0 ? "" : breaks ? "\n" : " ").Append(word);
            used = (breaks ? 0 : used + 1) + word.Length;
        }
    }
}
