using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Docker;

namespace Testcontainers.PostgreSql;

/// <summary>Describes a container with a PostgreSQL server. A builder never changes: every method gives a new one.</summary>
public sealed partial class PostgreSqlBuilder
{
    public const ushort PostgreSqlPort = 5432;

    public const string DefaultDatabase = "postgres";

    public const string DefaultUsername = "postgres";

    public const string DefaultPassword = "postgres";

    private readonly ContainerSpec _spec;
    private readonly string _database;
    private readonly string _username;
    private readonly string _password;

    /// <summary>A server of the image; an image that is on this machine is not pulled.</summary>
    public PostgreSqlBuilder(string image)
        // Test data is thrown away: a server that waits for the disk only costs time.
        : this(
            new ContainerSpec(image)
            {
                Command = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"],
                Ports = [new PortBinding($"{PostgreSqlPort}/tcp", string.Empty)],
            },
            DefaultDatabase,
            DefaultUsername,
            DefaultPassword)
    {
    }

    private PostgreSqlBuilder(ContainerSpec spec, string database, string username, string password)
    {
        _spec = spec;
        _database = database;
        _username = username;
        _password = password;
    }

    public PostgreSqlBuilder WithDatabase(string database) => new(_spec, database, _username, _password);

    public PostgreSqlBuilder WithUsername(string username) => new(_spec, _database, username, _password);

    public PostgreSqlBuilder WithPassword(string password) => new(_spec, _database, _username, password);

    /// <exception cref="DockerUnavailableException">No Docker engine can be reached.</exception>
    public PostgreSqlContainer Build()
    {
        ArgumentException.ThrowIfNullOrEmpty(_password, "Password");
        var spec = _spec
            .With("POSTGRES_DB", _database)
            .With("POSTGRES_USER", _username)
            .With("POSTGRES_PASSWORD", _password);
        return new PostgreSqlContainer(spec, DockerEngine.Connect(), _database, _username, _password);
    }

    private PostgreSqlBuilder With(ContainerSpec spec) => new(spec, _database, _username, _password);
}
