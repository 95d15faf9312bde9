using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What people do to the database of a <see cref="RotationSandbox"/>, and ask it.</summary>
internal static class RotationDatabase
{
    /// <summary>Settings that a role or a database under test cannot override. pg_catalog comes first where it is not named.</summary>
    private const string Options = "-c statement_timeout=0 -c local_preload_libraries= -c search_path=public";

    public static Task ExecuteAsync(this RotationSandbox fixture, string sql) => fixture.AskAsync(sql);

    /// <summary>Asks one value of the database, as its administrator or as somebody else.</summary>
    public static Task<object?> AskAsync(this RotationSandbox fixture, string sql, AppValue? user = null) =>
        Databases.Sql.ScalarAsync(user is null ? Administrator(fixture) : ConnectionString(fixture, user), sql);

    public static Task<bool> AcceptsAsync(this RotationSandbox fixture, AppValue user) =>
        Databases.Sql.AcceptsAsync(ConnectionString(fixture, user));

    /// <summary>How many connections others than the administrator made.</summary>
    public static async Task<int> ConnectionsAsync(this RotationSandbox fixture) =>
        (await fixture.Database.ReadLogAsync()).Split("connection received: host=127.0.0.1").Length;

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Administrator(RotationSandbox fixture) => $"{fixture.Database.AdministratorConnectionString};Options={Options}";

    public static string ConnectionString(this RotationSandbox fixture, AppValue user) => new NpgsqlConnectionStringBuilder
    {
        Host = fixture.Database.Host,
        Port = fixture.Database.Port,
        Username = user.UserName,
        Password = user.Password,
        Database = "postgres",
        Pooling = false,
        Options = Options,
    }.ConnectionString;
}
