using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>The statements of the page for operators, run against somebody who is logged in with a leaked password.</summary>
public sealed partial class LeakTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>
{
    [Fact]
    public async Task The_page_about_a_leak_evicts_whoever_is_logged_in()
    {
        var statements = Statements().Matches(await File.ReadAllTextAsync(Repository.PathOf("docs", "how-to", "after-a-leak.md")))
            .Select(block => block.Groups[1].Value).ToList();
        statements.Count.ShouldBe(3);
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync(), "app");
        fixture.Allow("leaked", secret.Arn);
        await secret.ShouldRotateAsync();
        await using NpgsqlConnection intruder = new(fixture.ConnectionString(await secret.ValueAsync()));
        await intruder.OpenAsync();

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        await using (NpgsqlCommand change = new(
            "SET ROLE NONE; ALTER ROLE app_clone PASSWORD 'of the intruder'; SET ROLE app; ALTER ROLE app PASSWORD 'of the intruder'",
            intruder))
        {
            _ = await change.ExecuteNonQueryAsync();
        }

        await fixture.ExecuteAsync(statements[0]);
        await using NpgsqlCommand query = new("SELECT 1", intruder);
        _ = await Should.ThrowAsync<NpgsqlException>(() => query.ExecuteScalarAsync());
        foreach (var label in new[] { "AWSCURRENT", "AWSPREVIOUS" })
        {
            (await fixture.AcceptsAsync(await secret.ValueAsync(label))).ShouldBeFalse();
        }

        await using NpgsqlConnection back = new(fixture.ConnectionString(new AppValue("app", "of the intruder")));
        await back.OpenAsync();
        await fixture.ExecuteAsync(statements[1]);
        await using NpgsqlCommand again = new("SELECT 1", back);
        _ = await Should.ThrowAsync<NpgsqlException>(() => again.ExecuteScalarAsync());
        foreach (var label in new[] { "AWSCURRENT", "AWSPREVIOUS" })
        {
            var value = await secret.ValueAsync(label);
            await fixture.ExecuteAsync(
                $"ALTER ROLE {value.UserName} PASSWORD '{value.Password.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        await fixture.ExecuteAsync(statements[2]);
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        foreach (var user in new[] { "app", "app_clone" })
        {
            (await fixture.AcceptsAsync(new AppValue(user, "of the intruder"))).ShouldBeFalse();
        }
    }

    [GeneratedRegex("```sql\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Statements();
}
