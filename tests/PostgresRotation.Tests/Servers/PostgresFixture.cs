using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>A real PostgreSQL with TLS that logs all it can, for the tests of one class. Users are asked for the hash that they
/// have.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    internal const string CertificateName = "db.example.test";

    private readonly CertificateAuthority _authority = new();
    private readonly string _rootFile = Path.GetTempFileName();
    private LocalPostgresServer? _server;
    private NpgsqlDataSource? _administration;
    private int _lastRole;

    internal LocalPostgresServer Server => _server ?? throw new InvalidOperationException("Not started yet.");

    internal TlsPolicy Tls => new(TlsMode.VerifyFull, null, _rootFile);

    internal ServerAddress Address => new(Server.Host, Server.Port, "postgres", Tls);

    internal Credential Administrator => new(LocalPostgresServer.Administrator, Server.AdministratorPassword);

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_rootFile, _authority.RootPem);
        _server = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = _authority.Issue("127.0.0.1", CertificateName),
            HostLines = ["host all all 127.0.0.1/32 md5"],
            Settings = new Dictionary<string, string>
            {
                ["log_statement"] = "all",
                ["log_connections"] = "on",
                ["log_min_messages"] = "debug1",
                ["log_min_error_statement"] = "debug5",
                ["log_parameter_max_length_on_error"] = "-1",
                ["shared_preload_libraries"] = "pg_stat_statements,auto_explain",
                ["auto_explain.log_min_duration"] = "0",
                ["auto_explain.log_nested_statements"] = "on",
                ["debug_print_parse"] = "on",

                // Nothing but a commit writes the log of changes.
                ["autovacuum"] = "off",
                ["max_wal_senders"] = "0",
                ["wal_level"] = "minimal",
                ["wal_writer_delay"] = "10000",
            },
        });
        _administration = NpgsqlDataSource.Create(_server.AdministratorConnectionString + ";Pooling=true");
        await ExecuteAsync("CREATE EXTENSION pg_stat_statements");
    }

    public async Task DisposeAsync()
    {
        await _administration!.DisposeAsync();
        await Server.DisposeAsync();
        _authority.Dispose();
        File.Delete(_rootFile);
    }

    internal string NewName(string prefix = "app") => $"{prefix}_{Interlocked.Increment(ref _lastRole)}";

    internal async Task<string> NewUserAsync(string password = "pw")
    {
        var user = NewName();
        await ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD '{password}'");
        return user;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = _administration!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the result of a query that the superuser runs.</summary>
    internal async Task<List<string>> QueryAsync(string sql)
    {
        await using var command = _administration!.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return values;
    }

    internal Task<IDatabaseSession> LogInAsync(string user, string password, ServerAddress? address = null) =>
        LogInAsync(new Credential(user, password), address);

    internal Task<IDatabaseSession> LogInAsync(
        Credential credential, ServerAddress? address = null, SessionSettings settings = SessionSettings.Fixed) =>
        new NpgsqlDatabase(TimeSpan.FromSeconds(15))
            .LogInAsync(address ?? Address, credential, NewBudget(), settings, CancellationToken.None);

    internal static TimeBudget NewBudget() => new(TimeSpan.FromSeconds(30), TimeProvider.System);
}
