namespace RotationLambdas.PostgresRotation.Tests.Postgres.Sessions;

public class NothingSecretIsLoggedTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_hundred_changes_leave_no_password_in_the_servers_log()
    {
        var app = postgres.NewName();
        var passwords = Enumerable.Range(0, 101).Select(_ => $"secret-{Guid.NewGuid():N}").ToList();
        await postgres.ExecuteAsync($"CREATE ROLE {app} LOGIN");
        await using (var admin = await postgres.LogInAsync(postgres.Administrator))
        {
            await using var transaction = await admin.BeginAsync(CancellationToken.None);
            foreach (var password in passwords)
            {
                await transaction.SetPasswordAsync(app, new(password), false, CancellationToken.None);
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        await Should.ThrowAsync<LoginRefusedException>(() => postgres.LogInAsync(app, passwords[7]));
        await using (var own = await postgres.LogInAsync(app, passwords[^1]))
        {
            await own.SetPasswordAsync(new(passwords[3]), CancellationToken.None);
        }

        var log = await postgres.Server.ReadLogAsync();
        var statistics = string.Join('\n', await postgres.QueryAsync("SELECT query FROM pg_stat_statements"));
        log.ShouldContain($"ALTER ROLE \"{app}\" PASSWORD");
        statistics.ShouldContain($"ALTER ROLE \"{app}\" PASSWORD");
        passwords.ShouldAllBe(password => !log.Contains(password) && !statistics.Contains(password));
    }

    [Fact]
    public async Task A_password_in_plain_text_is_sent_only_where_it_is_not_logged()
    {
        var app = postgres.NewName();
        var password = $"secret-{Guid.NewGuid():N}";
        await postgres.ExecuteAsync($"CREATE ROLE {app} LOGIN PASSWORD 'first'");
        await using (var own = await postgres.LogInAsync(app, "first"))
        {
            (await Should.ThrowAsync<NotPermittedException>(
                () => own.SetPasswordAsync(new(password, InPlainText: true), CancellationToken.None)))
                .Problem.ShouldContain("cannot keep it out of the server's log");
        }

        await using (var admin = await postgres.LogInAsync(postgres.Administrator))
        {
            await using var transaction = await admin.BeginAsync(CancellationToken.None);
            await transaction.SetPasswordAsync(app, new(password, InPlainText: true), false, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await (await postgres.LogInAsync(app, password)).DisposeAsync();
        (await postgres.Server.ReadLogAsync()).ShouldNotContain(password);
        string.Join('\n', await postgres.QueryAsync("SELECT query FROM pg_stat_statements")).ShouldNotContain(password);
    }

    [Fact]
    public void No_type_prints_a_password()
    {
        new Credential("app", "geheim").ToString().ShouldNotContain("geheim");
        new NewPassword("geheim").ToString().ShouldNotContain("geheim");
    }
}
