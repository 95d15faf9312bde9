namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>samconfig.toml against the keys that the SAM CLI reads: it passes over any other without a word (SAM CLI, schema/samcli.json;
/// AWS SAM Developer Guide, "AWS SAM CLI configuration file").</summary>
public class SamConfigurationTests
{
    /// <summary>Of the keys of each command those that fit this project; the schema has more.</summary>
    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["global"] = ["stack_name", "region", "profile", "parameter_overrides"],
        ["build"] = ["cached", "parallel", "use_container", "build_in_source"],
        ["validate"] = ["lint"],
        ["deploy"] =
        [
            "capabilities", "resolve_s3", "s3_bucket", "s3_prefix", "confirm_changeset", "fail_on_empty_changeset", "disable_rollback",
            "on_failure", "role_arn", "tags",
        ],
        ["sync"] = ["capabilities", "watch", "code", "s3_bucket", "tags"],
    };

    private static readonly (string Table, string Key, string Value)[] Entries = [.. Read()];

    [Fact]
    public void The_version_is_a_number_above_every_table() => Entries[0].ShouldBe(("", "version", "0.1"));

    [Fact]
    public void Every_key_is_one_that_the_SAM_CLI_reads()
    {
        foreach (var (table, key, _) in Entries.Skip(1))
        {
            var parts = table.Split('.');
            parts.Length.ShouldBe(3, table);
            parts[2].ShouldBe("parameters", table);
            Keys[parts[1]].ShouldContain(key, table);
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Each_environment_deploys_after_three_values_are_filled_in(string environment)
    {
        Keys.Keys.ShouldBeSubsetOf(
            Entries.Skip(1).Where(entry => entry.Table.StartsWith(environment + ".", StringComparison.Ordinal))
                .Select(entry => entry.Table.Split('.')[1]).Distinct());
        var overrides = Entries.Single(
            entry => entry.Table.StartsWith($"{environment}.", StringComparison.Ordinal) && entry.Key == "parameter_overrides");
        overrides.Table.ShouldBe($"{environment}.global.parameters");
        Entries.ShouldContain(($"{environment}.build.parameters", "cached", "false"));

        ExampleStack.Required.Keys.ShouldAllBe(name => overrides.Value.Contains($"\"{name}="));
        overrides.Value.Split('"').Where(text => text.Contains('=')).Count(text => text.Contains("FILL-IN")).ShouldBe(3);
    }

    [Fact]
    public void Every_override_is_a_valid_parameter_of_the_template()
    {
        foreach (var (_, _, value) in Entries.Where(entry => entry.Key == "parameter_overrides"))
        {
            var parameters = value.Replace("FILL-IN", "1").Split('"').Where(text => text.Contains('='))
                .Select(text => text.Split('=', 2)).Select(pair => (pair[0], pair[1]));
            Should.NotThrow(() => ExampleStack.With([.. parameters]));
        }
    }

    // As much of TOML as the file uses: tables, `key = value`, and arrays that go over several lines.
    private static IEnumerable<(string Table, string Key, string Value)> Read()
    {
        var table = "";
        var lines = new Queue<string>(
            File.ReadAllLines(Repository.PathOf("samconfig.toml")).Where(line => line.Length > 0 && line[0] != '#'));
        while (lines.TryDequeue(out var line))
        {
            if (line[0] == '[')
            {
                table = line.Trim('[', ']');
                continue;
            }

            var pair = line.Split('=', 2);
            var value = pair[1].Trim();
            while (value.StartsWith('[') && !value.EndsWith(']'))
            {
                value += lines.Dequeue().Trim();
            }

            yield return (table, pair[0].Trim(), value);
        }
    }
}
