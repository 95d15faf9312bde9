using Npgsql;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Sandbox.Tests.Databases;

public sealed class LocalPostgresServerTests
{
    [Fact]
    public async Task It_starts_answers_and_leaves_no_folder_behind()
    {
        string folder;
        await using (var server = await LocalPostgresServer.StartAsync())
        {
            folder = new NpgsqlConnectionStringBuilder(server.AdministratorConnectionString).Host!;
            (await ScalarAsync(server.AdministratorConnectionString, "SELECT current_user")).ShouldBe("postgres");
            Directory.Exists(folder).ShouldBeTrue();
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_servers_are_not_taken_for_one_database()
    {
        await using var one = await LocalPostgresServer.StartAsync();
        await using var other = await LocalPostgresServer.StartAsync();
        const string Identifier = "SELECT system_identifier FROM pg_control_system()";

        (await ScalarAsync(one.AdministratorConnectionString, Identifier))
            .ShouldNotBe(await ScalarAsync(other.AdministratorConnectionString, Identifier));
        one.Port.ShouldNotBe(other.Port);
    }

    [Fact]
    public async Task A_client_verifies_its_certificate_in_full()
    {
        using var authority = new CertificateAuthority();
        await using var server = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = authority.Issue("localhost", "127.0.0.1"),
            HostLines = ["hostssl all all 127.0.0.1/32 scram-sha-256"],
        });
        var root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(root, authority.RootPem);
        try
        {
            var address = $"Host={server.Host};Port={server.Port};Username=postgres;Password={server.AdministratorPassword};Pooling=false";
            const string Encrypted = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

            (await ScalarAsync($"{address};SSL Mode=VerifyFull;Root Certificate={root}", Encrypted)).ShouldBe(true);
            var plain = await Should.ThrowAsync<PostgresException>(() => ScalarAsync($"{address};SSL Mode=Disable", Encrypted));
            plain.SqlState.ShouldBe("28000");
        }
        finally
        {
            File.Delete(root);
        }
    }

    [Fact]
    public async Task A_setting_it_does_not_know_is_quoted_from_its_log()
    {
        var error = await Should.ThrowAsync<PostgresStartException>(() =>
            LocalPostgresServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["no_such_setting"] = "1" } }));

        error.Message.ShouldContain("no_such_setting");
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Timeout=5");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
