namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>A secret's writer with a server of their own, or with somebody on the path to the real one.</summary>
[Collection(AttackServers.Paths)]
public sealed class OnThePathTests(AttackServers servers) : Attack(servers)
{
    private const string Denied = "DO $$ BEGIN RAISE insufficient_privilege; END $$";

    private bool _allowsPlaintext;

    [Theory]
    [OnEachServer]
    public async Task A_server_that_denies_its_user_the_change_gets_no_help_at_the_real_one(string server)
    {
        await AttackAsync(server);
        var victim = Fixture.NewName("victim");
        await using var copy = await StartCopyAsync(
            $"ALTER ROLE postgres PASSWORD '{MadeUp}'; CREATE ROLE {victim} LOGIN PASSWORD '{MadeUp}'");
        await using var denying = Denying(copy.Host, copy.Port);
        await ExecuteAsync($"CREATE ROLE {victim} LOGIN PASSWORD 'real'");

        await ShouldBeRefusedAsync("postgres", denying.Port);
        await ShouldBeRefusedAsync(victim, denying.Port);
    }

    [Theory]
    [OnEachServer(true)]
    [OnEachServer(false)]
    public async Task A_login_on_the_path_to_the_real_server_is_not_evidence(string server, bool allowsPlaintext)
    {
        await AttackAsync(server);
        _allowsPlaintext = allowsPlaintext;
        Fixture.Environment["TLS_MODE"] = "verify-full";
        var victim = Fixture.NewName("victim");
        await ExecuteAsync($"CREATE ROLE {victim} LOGIN PASSWORD 'real'");
        await using var copy = await StartCopyAsync($"CREATE ROLE {victim} LOGIN PASSWORD '{MadeUp}'");
        await using var denying = Denying(copy.Host, copy.Port);
        await using RecordingProxy path = new(Fixture.Database.Host, Fixture.Database.Port, withoutTls: denying.Port);

        var error = await ShouldBeRefusedAsync(victim, path.Port, superuserPort: path.Port);

        error.ShouldBe(allowsPlaintext ? nameof(RoleUnsuitableException) : nameof(SecretMalformedException));
        denying.Statements.Any(statement => statement.Contains(" PASSWORD ", StringComparison.Ordinal)).ShouldBe(allowsPlaintext);
    }

    [Theory]
    [OnEachServer(0)]
    [OnEachServer(1)]
    public async Task A_host_that_leads_elsewhere_at_the_next_connection_takes_no_password(string server, int offset)
    {
        var (secret, _) = await PairAsync(server);
        var before = await secret.ValueAsync();
        await using var copy = await StartCopyAsync($"CREATE ROLE {before.UserName} LOGIN PASSWORD '{before.Password}'");
        var connections = offset;
        await using ScriptedServer alternating = new(
            connection => connection.ForwardAsync(Interlocked.Increment(ref connections) % 2 == 0 ? copy.Port : Fixture.Database.Port));
        await LeadAsync(secret, alternating.Port);

        (await Fixture.RotateAsync(secret)).LastStep().ErrorType.ShouldBe(
            offset == 1 ? nameof(SecretMismatchException) : nameof(LoginRefusedException));

        (await Fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    private protected override void AllowFor(AppSecret secret)
    {
        if (_allowsPlaintext)
        {
            Fixture.Allow("plaintextTransport", secret.Arn);
        }
    }

    private static RecordingProxy Denying(string host, int port) => new(host, port)
    {
        Rewrite = statement => statement.Contains(" PASSWORD ", StringComparison.Ordinal) ? Denied : statement,
    };
}
