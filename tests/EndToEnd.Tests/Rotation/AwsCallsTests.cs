using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>The AWS calls of a whole rotation, counted, and compared with the table in docs/development/aws-calls.md.</summary>
public sealed class AwsCallsTests
{
    /// <summary>AWS's own function for PostgreSQL makes 14.</summary>
    private const int Most = 11;

    [Theory]
    [InlineData("One user")]
    [InlineData("Two users")]
    public async Task A_rotation_takes_the_calls_that_the_documentation_lists(string heading)
    {
        await using var fixture = await RotationFixture.StartAsync();
        var superuser = heading == "Two users" ? fixture.SuperuserArn : null;
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password", superuser);

        var rows = await CountAsync(fixture, secret);

        rows.Sum(row => row.Calls.Count).ShouldBeLessThanOrEqualTo(Most);
        Documented(heading).ShouldBe(rows.Select(row => row.ToString()));
    }

    private static async Task<IReadOnlyList<Row>> CountAsync(RotationFixture fixture, string secret)
    {
        var ends = new List<(string Step, int Calls)>();
        void Remember(object? sender, RotationStep step) => ends.Add((step.Name, FunctionCalls(fixture).Count));
        fixture.Sandbox.SecretsManager.StepEnded += Remember;
        var before = FunctionCalls(fixture).Count;

        await fixture.RotateWithSuccessAsync(secret);

        var calls = FunctionCalls(fixture);
        return [.. ends.Select((end, i) => new Row(end.Step, calls[(i == 0 ? before : ends[i - 1].Calls)..end.Calls]))];
    }

    private static List<string> FunctionCalls(RotationFixture fixture) =>
        [.. fixture.Sandbox.Calls.Snapshot().Where(call => call.Caller == RotationFixture.Function).Select(call => call.Operation)];

    /// <summary>The table below a heading, its steps only.</summary>
    private static IEnumerable<string> Documented(string heading) => File
        .ReadLines(Repository.PathOf("docs", "development", "aws-calls.md"))
        .SkipWhile(line => line != "## " + heading)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.Contains("Secret` |", StringComparison.Ordinal));

    private sealed record Row(string Step, IReadOnlyList<string> Calls)
    {
        public override string ToString() => $"| `{Step}` | {string.Join(", ", Calls)} | {Calls.Count} |";
    }
}
