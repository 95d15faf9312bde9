namespace RotationLambdas.EndToEnd.Tests.Databases;

public sealed class TestDatabasesTests
{
    public static TheoryData<string> Servers => [.. TestDatabases.All];

    [Fact]
    public void In_CI_the_container_images_of_two_versions_are_there()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            TestDatabases.ContainerVersions.ShouldContain("15");
            TestDatabases.ContainerVersions.ShouldContain("17");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_verifies_passwords_over_TLS_and_logs_statements(string name)
    {
        await using var database = await TestDatabases.StartAsync(name);
        await database.AsAdministratorAsync("CREATE ROLE app LOGIN PASSWORD 'right'");

        (await database.AcceptsAsync("app", "right")).ShouldBeTrue();
        (await database.AcceptsAsync("app", "wrong")).ShouldBeFalse();
        (await Sql.ScalarAsync(
            database.ConnectionString("app", "right"), "SELECT 'in the log', ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
            .ShouldBe("in the log");
        (await Sql.ScalarAsync(
            database.AdministratorConnectionString, "SELECT rolpassword LIKE 'SCRAM%' FROM pg_authid WHERE rolname = 'app'"))
            .ShouldBe(true);
        (await database.ReadLogAsync()).ShouldContain("SELECT 'in the log'");
    }
}
