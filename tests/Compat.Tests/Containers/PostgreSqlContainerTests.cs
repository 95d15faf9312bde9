using System.Text;
using DotNet.Testcontainers.Containers;
using Testcontainers.PostgreSql;

namespace RotationLambdas.Compat.Tests.Containers;

[Collection("Environment")]
public sealed class PostgreSqlContainerTests : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("DOCKER_HOST");

    public void Dispose() => Environment.SetEnvironmentVariable("DOCKER_HOST", _before);

    [Fact]
    public async Task A_container_is_created_as_described_and_used_once_PostgreSQL_answers()
    {
        await using var engine = await EngineStub.StartAsync();
        Environment.SetEnvironmentVariable("DOCKER_HOST", engine.DockerHost);
        await using var container = new PostgreSqlBuilder("postgres:18")
            .WithDatabase("app").WithUsername("boss").WithPassword("pw").WithEnvironment("TZ", "UTC").WithCommand("-c", "log_statement=all")
            .WithResourceMapping(Encoding.UTF8.GetBytes("cert"), "/etc/ssl/server.crt")
            .Build();
        container.State.ShouldBe(TestcontainersStates.Undefined);

        await container.StartAsync();

        container.State.ShouldBe(TestcontainersStates.Running);
        container.GetConnectionString().ShouldBe("Host=127.0.0.1;Port=49153;Database=app;Username=boss;Password=pw");
        var created = engine.Created!;
        created["Env"]!.AsArray().Select(variable => (string?)variable)
            .ShouldBe(["POSTGRES_DB=app", "POSTGRES_USER=boss", "POSTGRES_PASSWORD=pw", "TZ=UTC"], ignoreOrder: true);
        created["Cmd"]!.AsArray().Select(argument => (string?)argument).ShouldContain("log_statement=all");
        ((string?)created["HostConfig"]!["PortBindings"]!["5432/tcp"]![0]!["HostPort"]).ShouldBe(string.Empty);
        var file = engine.Files.ShouldHaveSingleItem();
        const UnixFileMode ReadableByAll =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        file.ShouldBe(("etc/ssl/server.crt", "cert", ReadableByAll));
        engine.Calls.Count(call => call == "POST /exec/e1/start").ShouldBe(2);
    }

    [Fact]
    public async Task Output_and_errors_of_a_command_and_of_the_server_are_told_apart()
    {
        await using var engine = await EngineStub.StartAsync();
        Environment.SetEnvironmentVariable("DOCKER_HOST", engine.DockerHost);
        await using var container = new PostgreSqlBuilder("postgres:18").Build();
        await container.StartAsync();

        var result = await container.ExecAsync(["true"]);
        var logs = await container.GetLogsAsync();

        result.ShouldBe(new ExecResult("ready", "note", 0));
        logs.ShouldBe(("out", "FATAL: no"));
    }

    [Fact]
    public async Task A_container_that_ends_before_it_is_ready_says_why()
    {
        await using var engine = await EngineStub.StartAsync(crashes: true);
        Environment.SetEnvironmentVariable("DOCKER_HOST", engine.DockerHost);
        await using var container = new PostgreSqlBuilder("postgres:18").Build();

        var error = await Should.ThrowAsync<InvalidOperationException>(() => container.StartAsync());

        error.Message.ShouldContain("FATAL: no");
    }

    [Fact]
    public async Task A_container_is_removed_when_it_is_disposed_of()
    {
        await using var engine = await EngineStub.StartAsync();
        Environment.SetEnvironmentVariable("DOCKER_HOST", engine.DockerHost);

        await using (var container = new PostgreSqlBuilder("postgres:18").Build())
        {
            await container.StartAsync();
        }

        engine.Calls.Last().ShouldBe("DELETE /containers/c1");
    }
}
