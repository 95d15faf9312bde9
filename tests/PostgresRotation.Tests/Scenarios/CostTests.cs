namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>The calls and logins of a rotation, counted by Secrets Manager and by the database server, and documented.</summary>
public sealed class CostTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    private const int MostCalls = 11;

    private static IEnumerable<string> Documented => File.ReadLines(Repository.PathOf("docs", "development", "aws-calls.md"));

    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData("one user", false, "", "127.0.0.1")]
    [InlineData("one user, with TEST_QUERY", false, "SELECT 1", "127.0.0.1")]
    [InlineData("one user, TEST_QUERY fails: rolled back", false, "SELECT 1 / 0", "127.0.0.1")]
    [InlineData("two users", true, "", "127.0.0.1")]
    [InlineData("two users, with TEST_QUERY", true, "SELECT 1", "127.0.0.1")]
    [InlineData("two users, the superuser's host has another name", true, "", "localhost")]
    public async Task A_rotation_takes_the_calls_and_logins_that_are_documented(
        string name, bool alternating, string testQuery, string superusersHost)
    {
        fixture.Environment["TEST_QUERY"] = testQuery;
        var superuser = await fixture.CreateSuperuserAsync();
        _ = await superuser.PutChangedAsync("host", superusersHost);
        var secret = await (alternating ? fixture.CreateAppAsync(superuser) : fixture.CreateAppAsync());
        var fails = testQuery.Contains('/', StringComparison.Ordinal);

        var first = await CountAsync(secret, fails ? RotationResult.Failed : RotationResult.Succeeded);

        Documented.ShouldContain($"| {name} | {first} |");
        if (!fails)
        {
            first.Calls.ShouldBeLessThanOrEqualTo(MostCalls);
            var second = await CountAsync(secret, RotationResult.Succeeded);
            second.Calls.ShouldBeLessThanOrEqualTo(MostCalls);
            Documented.ShouldContain($"| {name}{(alternating ? ", back to the first" : "")} | {second} |");
        }
    }

    private async Task<Cost> CountAsync(AppSecret secret, RotationResult result)
    {
        fixture.Sandbox.Calls.Clear();
        var logged = (await fixture.Database.ReadLogAsync()).Length;

        (await fixture.RotateAsync(secret)).Result.ShouldBe(result);

        var log = (await fixture.Database.ReadLogAsync())[logged..].Split('\n');
        return new(
            fixture.Sandbox.Calls.Snapshot().Count(call => call.Operation != "RotateSecret"),
            log.Count(
                line => line.Contains("connection authorized", StringComparison.Ordinal)
                && line.Contains("application_name=RotationLambdas", StringComparison.Ordinal)),
            log.Count(line => line.Contains("authentication failed for user", StringComparison.Ordinal)));
    }

    private sealed record Cost(int Calls, int Logins, int Refused)
    {
        public override string ToString() => $"{Calls} | {Logins} | {Refused}";
    }
}
