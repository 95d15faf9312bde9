namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>A real pgbouncer between the function and the server.</summary>
[Trait("Needs", Program)]
[Collection(AttackServers.Paths)]
public sealed class PoolerTests(AttackServers servers) : Attack(servers)
{
    private const string Program = "pgbouncer";

    [ToolTheory(Program)]
    [OnEachServer]
    public async Task One_that_leads_to_two_servers_does_not_lend_a_login(string server)
    {
        await AttackAsync(server);
        var victim = Fixture.NewName("victim");
        await ExecuteAsync($"CREATE ROLE {victim} LOGIN PASSWORD 'real'");
        await using var copy = await StartCopyAsync($"CREATE ROLE {victim} LOGIN PASSWORD '{MadeUp}'");
        await using var pooler = await PgBouncer.StartAsync(
            new Dictionary<string, (string, int)> { ["postgres"] = Real, ["mine"] = (copy.Host, copy.Port) },
            new Dictionary<string,
                string>
            { [victim] = MadeUp, [LocalPostgresServer.Administrator] = Fixture.Database.AdministratorPassword });

        await ShouldBeRefusedAsync(victim, pooler.Port, superuserPort: pooler.Port, "\"dbname\":\"mine\"");
    }

    [ToolTheory(Program)]
    [OnEachServer("transaction")]
    [OnEachServer("session")]
    public async Task One_that_asks_the_database_serves_one_user_and_two(string server, string mode)
    {
        await AttackAsync(server);
        await using var pooler = await AskingAsync(mode);
        var single = await Fixture.CreateAppAsync();
        await LeadAsync(single, pooler.Port);
        var pair = await PairThroughAsync(pooler.Port);
        await LeadAsync(pair, pooler.Port);

        await single.ShouldRotateAsync();
        await single.ShouldRotateAsync();
        await pair.ShouldRotateAsync();
        await pair.ShouldRotateAsync();
    }

    [ToolTheory(Program)]
    [OnEachServer]
    public async Task One_that_pools_statements_fails_closed(string server)
    {
        await AttackAsync(server);
        await using var pooler = await AskingAsync("statement");
        var secret = await Fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        await LeadAsync(secret, pooler.Port);

        (await Fixture.RotateAsync(secret)).Result.ShouldBe(RotationResult.Failed);

        (await Fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [ToolTheory(Program)]
    [OnEachServer(false, "")]
    [OnEachServer(true, "")]
    [OnEachServer(false, "\nignore_startup_parameters = options")]
    public async Task One_with_a_list_of_its_own_is_named_and_AWSCURRENT_works(string server, bool hasSuperuser, string settings)
    {
        await AttackAsync(server);
        if (hasSuperuser)
        {
            Fixture.Environment["SUPERUSER_SECRET_ARN"] = (await Fixture.CreateSuperuserAsync()).Arn;
        }

        var secret = await Fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        await using var pooler = await PgBouncer.StartAsync(
            new Dictionary<string, (string, int)> { ["postgres"] = Real }, new Dictionary<string,
                string>
            { [before.UserName] = before.Password },
            "pool_mode = transaction" + settings);
        await LeadAsync(secret, pooler.Port);

        (await Fixture.RotateAsync(secret)).ShouldFailWith<LoginRefusedException>()
            .ShouldContain("A pooler with a password list of its own");
        (await Fixture.AcceptsAsync(before)).ShouldBeTrue(Fixture.Log);
    }
}
