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
            await using var database = NpgsqlDataSource.Create(server.AdministratorConnectionString);
            await using var command = database.CreateCommand("SELECT current_user");
            (await command.ExecuteScalarAsync()).ShouldBe("postgres");
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
}
