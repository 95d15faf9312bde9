using YamlDotNet.RepresentationModel;

namespace RotationLambdas.Deployment.Tests.Workflows;

/// <summary>The workflows of .github, read as YAML: they cannot run outside of GitHub.</summary>
public partial class WorkflowTests
{
    private static readonly Dictionary<string, YamlMappingNode> Workflows = Directory
        .EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Read);

    private static readonly YamlMappingNode[] Jobs = [
        .. Workflows.Values.SelectMany(workflow => Map(workflow, "jobs").Children.Values.Cast<YamlMappingNode>())];

    private static readonly YamlMappingNode[] Steps =
        [.. Jobs.Where(job => job.Children.ContainsKey("steps"))
            .SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())];

    [Fact]
    public void Every_action_is_pinned_by_commit_or_digest()
    {
        var uses = Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").SelectMany(File.ReadAllLines)
            .Where(line => line.Contains("uses:")).ToList();

        uses.Count.ShouldBeGreaterThan(10);
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Fact]
    public void Every_workflow_starts_with_no_more_than_reading() =>
        Workflows.Values.ShouldAllBe(workflow => Map(workflow, "permissions").ToString() == "{ { contents, read } }");

    [Fact]
    public void Every_job_has_a_time_limit() => Jobs.ShouldAllBe(job => job.Children.ContainsKey("timeout-minutes"));

    [Fact]
    public void No_checkout_keeps_its_token() =>
        Steps.Where(step => Text(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal))
            .ShouldAllBe(step => Text(Map(step, "with"), "persist-credentials") == "false");

    [Fact]
    public void No_script_contains_an_expression_of_an_event() =>
        Steps.Select(step => Text(step, "run")).ShouldAllBe(run => !run.Contains("github.event") && !run.Contains("github.head_ref"));

    [Theory]
    [InlineData("ci", "./dev check")]
    [InlineData("ci", ".ci/run")]
    [InlineData("ci", "sam build")]
    [InlineData("ci", "sam validate --lint")]
    [InlineData("ci", "terraform -chdir=\"$folder\" validate")]
    [InlineData("ci", "npm test --prefix examples/cdk")]
    [InlineData("release", ".ci/run")]
    [InlineData("release", "sam build")]
    [InlineData("release", "sha256sum")]
    public void Runs_what_it_has_to(string workflow, string command) =>
        Map(Workflows[workflow], "jobs").AllNodes.OfType<YamlScalarNode>().ShouldContain(node => node.Value!.Contains(command));

    [Theory]
    [InlineData("ci")]
    [InlineData("release")]
    public void Builds_with_the_official_packages(string workflow) =>
        Text(Map(Workflows[workflow], "env"), "AwsPackages").ShouldBe("official");

    [Theory]
    [InlineData("ci", "native")]
    [InlineData("release", "package")]
    public void Builds_for_both_processors(string workflow, string job) =>
        new[] { "x86_64", "arm64" }
            .ShouldBeSubsetOf(
                Map(Map(Workflows[workflow], "jobs"), job)["strategy"].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value!));

    [Fact]
    public void Tests_every_supported_PostgreSQL() =>
        Map(Workflows["ci"], "jobs").AllNodes.OfType<YamlScalarNode>().ShouldContain(node => node.Value == "13 14 15 16 17 18");

    [Fact]
    public void A_filter_of_tests_does_not_match_a_whole_project() =>
        Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").Append(Repository.PathOf(".ci", "run"))
            .SelectMany(file => Filter().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ShouldAllBe(part => !"RotationLambdas.EndToEnd.Tests".Contains(part));

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value! : "";

    [GeneratedRegex(@"FullyQualifiedName~([\w.]+)")]
    private static partial Regex Filter();

    [GeneratedRegex(@"uses: ([\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|docker://[\w/-]+:[\d.]+@sha256:[0-9a-f]{64})$")]
    private static partial Regex Pinned();
}
