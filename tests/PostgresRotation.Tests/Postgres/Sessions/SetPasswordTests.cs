using FsCheck.Fluent;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Tests.Postgres.Verifiers;
using RotationLambdas.PostgresRotation.Tests.Servers;
using Rune = System.Text.Rune;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Sessions;

[Collection(PostgresCollection.Name)]
public class SetPasswordTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_user_sets_its_own_password()
    {
        var user = await NewUserAsync("first");

        (await SetOwnPasswordAsync(user, "first", "second")).ShouldBe(VerifierKind.ScramSha256);

        await Should.ThrowAsync<LoginRefusedException>(() => postgres.LogInAsync(user, "first"));
        await (await postgres.LogInAsync(user, "second")).DisposeAsync();
    }

    [Fact]
    public async Task The_expiry_stays_as_it_was()
    {
        var user = await NewUserAsync("first");
        await postgres.ExecuteAsync($"ALTER ROLE {user} VALID UNTIL '2099-01-02 03:04:05+00'");

        await SetOwnPasswordAsync(user, "first", "second");

        await using var session = await postgres.LogInAsync(user, "second");
        (await session.DescribeRoleAsync(user, CancellationToken.None))!.ValidUntil.ShouldBe("2099-01-02 03:04:05.000000+00");
    }

    [Fact]
    public async Task Any_password_that_a_user_can_have_logs_in_afterwards()
    {
        var user = await NewUserAsync("first");
        await using var admin = await postgres.LogInAsync(postgres.Administrator);
        foreach (var password in PasswordSamples.Any.Sample(numberOfSamples: 40, size: 20))
        {
            await admin.SetPasswordAsync(user, password, CancellationToken.None);

            await using var session = await postgres.LogInAsync(user, password);
            session.IsEncrypted.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Any_user_name_that_PostgreSQL_allows_can_be_rotated()
    {
        string[] chosen =
        [
            "Mixed Case", "a\"b\"c", "it's", "100%s", "%I%L$1", "semi;colon--", "back\\slash", "$$dollar$$", "@named :param ?", "Grüße-Ⅸ-\u0627\u0628", "e\u0301",
            new('x', RoleName.MaximumBytes), string.Concat(Enumerable.Repeat("é", RoleName.MaximumBytes / 2)), "select", "/* */", "a\tb\nc",
        ];
        var drawn = Gen.Choose(0x01, 0x24F).Where(Rune.IsValid).Select(code => new Rune(code)).NonEmptyListOf()
            .Select(runes => string.Concat(runes)).Where(name => System.Text.Encoding.UTF8.GetByteCount(name) <= RoleName.MaximumBytes)
            .Sample(numberOfSamples: 25, size: 30);
        foreach (var name in chosen.Concat(drawn).Distinct())
        {
            await postgres.ExecuteAsync($"CREATE ROLE {Sql.Identifier(name)} LOGIN PASSWORD 'first'");

            await SetOwnPasswordAsync(name, "first", "second");
            await using (var session = await postgres.LogInAsync(name, "second"))
            {
                await session.VerifyAsync(new(name), CancellationToken.None);
            }

            await postgres.ExecuteAsync($"DROP ROLE {Sql.Identifier(name)}");
        }
    }

    [Fact]
    public async Task A_role_that_acts_as_another_still_sets_its_own_password()
    {
        var (owner, user) = (await NewUserAsync("x"), await NewUserAsync("first"));
        await postgres.ExecuteAsync($"GRANT {owner} TO {user}; ALTER ROLE {user} SET role = {owner}");

        await SetOwnPasswordAsync(user, "first", "second");

        await (await postgres.LogInAsync(user, "second")).DisposeAsync();
    }

    [Fact]
    public async Task A_role_that_only_reads_by_its_own_setting_still_sets_its_own_password()
    {
        var user = await NewUserAsync("first");
        await postgres.ExecuteAsync($"ALTER ROLE {user} SET default_transaction_read_only = on");

        await SetOwnPasswordAsync(user, "first", "second");

        await using var session = await postgres.LogInAsync(user, "second");
        await session.VerifyAsync(new(user), CancellationToken.None);
    }

    [Fact]
    public async Task The_password_of_another_role_is_not_permitted_to_a_plain_user()
    {
        var (user, other) = (await NewUserAsync("first"), await NewUserAsync("other"));
        await using var session = await postgres.LogInAsync(user, "first");

        var error = await Should.ThrowAsync<NotPermittedException>(() => session.SetPasswordAsync(other, "second", CancellationToken.None));

        error.Problem.ShouldContain(other);
        error.Problem.ShouldContain("42501");
        (await session.SystemIdentifierAsync(CancellationToken.None)).ShouldNotBeEmpty("the session must be usable after a refusal");
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_named()
    {
        await using var session = await postgres.LogInAsync(postgres.Administrator);

        (await Should.ThrowAsync<RoleUnsuitableException>(() => session.SetPasswordAsync("no_such_role", "x", CancellationToken.None))).Problem.ShouldContain("no_such_role");
    }

    [Fact]
    public async Task A_server_that_insists_on_md5_gets_md5_and_only_over_TLS()
    {
        var user = await NewUserAsync("first");
        await postgres.ExecuteAsync($"ALTER ROLE {user} SET password_encryption = 'md5'");

        await using (var plain = await postgres.LogInAsync(user, "first", postgres.Address with { Tls = new(TlsMode.Disabled) }))
        {
            (await plain.SetPasswordAsync(user, "second", CancellationToken.None)).ShouldBe(VerifierKind.ScramSha256);
        }

        (await SetOwnPasswordAsync(user, "second", "Grüße Ⅸ")).ShouldBe(VerifierKind.Md5);
        (await postgres.QueryAsync($"SELECT rolpassword FROM pg_authid WHERE rolname = '{user}'")).Single().ShouldStartWith("md5");
        await (await postgres.LogInAsync(user, "Grüße Ⅸ")).DisposeAsync();
    }

    [Fact]
    public async Task Many_at_once_all_succeed()
    {
        var user = await NewUserAsync("first");
        var sessions = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => postgres.LogInAsync(user, "first")));

        await Task.WhenAll(sessions.Select(session => session.SetPasswordAsync(user, "second", CancellationToken.None)));

        await Task.WhenAll(sessions.Select(session => session.DisposeAsync().AsTask()));
        await (await postgres.LogInAsync(user, "second")).DisposeAsync();
    }

    [Fact]
    public async Task A_session_that_the_server_ends_is_reported_as_lost()
    {
        var user = await NewUserAsync("first");
        await using var session = await postgres.LogInAsync(user, "first");
        await postgres.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '{user}'");

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => session.SetPasswordAsync(user, "second", CancellationToken.None));

        error.ConnectionLost.ShouldBeTrue();
    }

    private async Task<string> NewUserAsync(string password)
    {
        var user = postgres.NewName();
        await postgres.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD '{password}'");
        return user;
    }

    private async Task<VerifierKind> SetOwnPasswordAsync(string user, string current, string next)
    {
        await using var session = await postgres.LogInAsync(user, current);
        return await session.SetPasswordAsync(user, next, CancellationToken.None);
    }
}
