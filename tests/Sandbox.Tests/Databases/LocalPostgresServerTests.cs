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
