using RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Sessions;

public class SetPasswordTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Any_password_that_a_user_can_have_logs_in_afterwards()
    {
        var user = await postgres.NewUserAsync("first");
        var current = "first";
        foreach (var password in PasswordSamples.Any.Sample(numberOfSamples: 40, size: 20))
        {
            await SetOwnPasswordAsync(user, current, password);
            current = password;
        }

        await (await postgres.LogInAsync(user, current)).DisposeAsync();
    }

    [Fact]
    public async Task A_role_that_acts_as_another_still_sets_its_own_password()
    {
        var (owner, user) = (await postgres.NewUserAsync("x"), await postgres.NewUserAsync("first"));
        await postgres.ExecuteAsync($"GRANT {owner} TO {user}; ALTER ROLE {user} SET role = {owner}");

        await SetOwnPasswordAsync(user, "first", "second");

        await (await postgres.LogInAsync(user, "second")).DisposeAsync();
    }

    [Fact]
    public async Task An_md5_user_keeps_md5_only_where_the_server_prefers_it()
    {
        var user = postgres.NewName();
        await postgres.ExecuteAsync(
            $"SET password_encryption = 'md5'; CREATE ROLE {user} LOGIN PASSWORD 'first'; ALTER ROLE {user} SET password_encryption = "
                + "'md5'");

        (await SetOwnPasswordAsync(user, "first", "Grüße Ⅸ")).ShouldBe(VerifierKind.Md5);
        (await StoredAsync(user)).ShouldStartWith("md5");
        await postgres.ExecuteAsync($"ALTER ROLE {user} RESET password_encryption");

        (await SetOwnPasswordAsync(user, "Grüße Ⅸ", "third")).ShouldBe(VerifierKind.ScramSha256);
        await (await postgres.LogInAsync(user, "third")).DisposeAsync();
    }

    [Fact]
    public async Task A_conflict_with_another_session_may_be_retried()
    {
        var user = await postgres.NewUserAsync("first");
        var sessions = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => postgres.LogInAsync(user, "first")));

        var attempts = await Task.WhenAll(sessions.Select(session => TryAsync(session)));

        attempts.ShouldContain((DatabaseUnreachableException?)null);
        attempts.ShouldAllBe(error => error == null || error.ConnectionLost);
        await (await postgres.LogInAsync(user, "second")).DisposeAsync();

        static async Task<DatabaseUnreachableException?> TryAsync(IDatabaseSession session)
        {
            await using (session)
            {
                try
                {
                    await session.SetPasswordAsync(new("second"), CancellationToken.None);
                    return null;
                }
                catch (DatabaseUnreachableException error)
                {
                    return error;
                }
            }
        }
    }

    [Fact]
    public async Task A_password_is_on_the_disk_although_the_role_commits_asynchronously()
    {
        var user = await postgres.NewUserAsync("first");
        await postgres.ExecuteAsync($"ALTER ROLE {user} SET synchronous_commit = off");

        await SetOwnPasswordAsync(user, "first", "second");

        (await postgres.QueryAsync("SELECT pg_current_wal_flush_lsn() = pg_current_wal_insert_lsn()")).ShouldBe(["True"]);
    }

    [Fact]
    public async Task A_session_that_the_server_ends_is_reported_as_lost()
    {
        var user = await postgres.NewUserAsync("first");
        await using var session = await postgres.LogInAsync(user, "first");
        await postgres.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '{user}'");

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(
            () => session.SetPasswordAsync(new("second"), CancellationToken.None));

        error.ConnectionLost.ShouldBeTrue();
    }

    /// <summary>log_min_duration_sample came with PostgreSQL 13, log_transaction_sample_rate with 12.</summary>
    [Fact]
    public async Task A_log_setting_that_a_server_lacks_logs_nothing()
    {
        var older = ServerFacts.Query(version: 11).CommandText
            .Replace("log_min_duration_sample", "later.one", StringComparison.Ordinal)
            .Replace("log_transaction_sample_rate", "later.other", StringComparison.Ordinal);

        (await postgres.QueryAsync($"SELECT hides::text FROM ({older}) AS facts(a, b, c, d, e, f, g, hides)")).ShouldBe(["true"]);
    }

    private async Task<string> StoredAsync(string user) =>
        (await postgres.QueryAsync($"SELECT rolpassword FROM pg_authid WHERE rolname = '{user}'")).Single();

    private async Task<VerifierKind> SetOwnPasswordAsync(string user, string current, string next)
    {
        await using var session = await postgres.LogInAsync(user, current);
        return await session.SetPasswordAsync(new(next), CancellationToken.None);
    }
}
