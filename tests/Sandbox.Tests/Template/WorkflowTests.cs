using System.Text.RegularExpressions;

namespace RotationLambdas.Sandbox.Tests.Template;

/// <summary>The workflows of .github.</summary>
public partial class WorkflowTests
{
    [Fact]
    public void Every_action_is_pinned_by_its_commit_with_the_version_beside_it()
    {
        var uses = Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:")).ToList();

        uses.Count.ShouldBeGreaterThan(10);
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Fact]
    public void A_workflow_may_read_the_repository_and_a_job_that_may_more_says_so() =>
        Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").Select(File.ReadAllText)
            .ShouldAllBe(text => text.Contains("\npermissions:\n  contents: read\n"));

    [Fact]
    public void A_filter_of_tests_is_not_met_by_every_test_of_the_project() =>
        Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").Append(Repository.PathOf(".ci", "run"))
            .SelectMany(file => Filter().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ShouldAllBe(part => !"RotationLambdas.EndToEnd.Tests".Contains(part));

    [GeneratedRegex(@"FullyQualifiedName~([\w.]+)")]
    private static partial Regex Filter();

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
