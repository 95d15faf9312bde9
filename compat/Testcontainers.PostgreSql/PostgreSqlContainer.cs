using DotNet.Testcontainers.Docker;

namespace Testcontainers.PostgreSql;

/// <summary>A PostgreSQL server in a container.</summary>
public sealed class PostgreSqlContainer : DockerContainer
{
    private readonly string _database;
    private readonly string _username;
    private readonly string _password;

    internal PostgreSqlContainer(ContainerSpec spec, DockerEngine engine, string database, string username, string password)
        : base(spec, engine)
    {
        _database = database;
        _username = username;
        _password = password;
    }

    // By TCP: while the image's entrypoint prepares the data directory the server listens on its Unix socket alone.
    internal override IList<string> ReadyCommand =>
        ["pg_isready", "--host", "localhost", "--dbname", _database, "--username", _username];

    /// <exception cref="InvalidOperationException">The container is not running.</exception>
    public string GetConnectionString() =>
        $"Host={Hostname};Port={GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort)};Database={_database};" +
        $"Username={_username};Password={_password}";

    /// <summary>Runs a script with psql, as the superuser; it goes on after an error as psql does.</summary>
    public async Task<ExecResult> ExecScriptAsync(string scriptContent, CancellationToken ct = default)
    {
        var path = $"/tmp/{Guid.NewGuid():D}.sql";
        await CopyAsync(System.Text.Encoding.UTF8.GetBytes(scriptContent), path, ct: ct).ConfigureAwait(false);
        return await ExecAsync(["psql", "--username", _username, "--dbname", _database, "--file", path], ct).ConfigureAwait(false);
    }
}
