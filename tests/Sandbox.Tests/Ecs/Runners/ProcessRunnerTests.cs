using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Tests.Ecs.Runners;

/// <summary>Tasks that are real child processes.</summary>
public sealed class ProcessRunnerTests : IAsyncLifetime
{
    private static readonly Caller Administrator = new("AKIA", null, "arn:aws:iam::123456789012:root");
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private SandboxHost _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { Ecs = new EcsSettings { ProvisioningTime = TimeSpan.Zero, StartRetryDelay = TimeSpan.FromMinutes(10) } });
        await CallAsync("CreateCluster", """{"clusterName":"c"}""");
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_process_gets_its_secret_and_reports_that_it_runs()
    {
        await _sandbox.SecretsManager.CallAsync(new AwsCall("secretsmanager", "CreateSecret",
            new JsonObject { ["Name"] = "db", ["SecretString"] = """{"password":"s3cret"}""", ["ClientRequestToken"] = Guid.NewGuid()
                .ToString() }, Administrator, CancellationToken.None));
        var running = Changed(task => task.LastStatus == "RUNNING");

        await RunAsync($"printf '%s' \"$DB_PASSWORD\" > {_folder}/seen; echo now ready; exec sleep 60",
            ""","dockerLabels":{"sandbox.ready":"now ready"},"secrets":[{"name":"DB_PASSWORD","valueFrom":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db:password::"}]""");

        (await running).StartedAt.ShouldNotBeNull();
        (await File.ReadAllTextAsync(Path.Combine(_folder, "seen"))).ShouldBe("s3cret");
    }

    [Fact]
    public async Task A_process_is_asked_to_end_before_it_is_made_to()
    {
        var running = Changed(task => task.LastStatus == "RUNNING");
        await RunAsync(
            $"trap 'echo bye > {_folder}/bye; exit 0' TERM; echo up; while :; do sleep 0.05; done",
            ""","dockerLabels":{"sandbox.ready":"up"}""");
        var task = await running;
        var stopped = Changed(one => one.LastStatus == "STOPPED");

        await CallAsync("StopTask", $$"""{"cluster":"c","task":"{{task.Arn}}"}""");
        await stopped;

        File.Exists(Path.Combine(_folder, "bye")).ShouldBeTrue();
        (await ContainerAsync(task))["exitCode"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_process_is_killed_after_its_stop_timeout()
    {
        var running = Changed(task => task.LastStatus == "RUNNING");
        await RunAsync("trap '' TERM; echo up; while :; do sleep 0.05; done", ""","stopTimeout":1,"dockerLabels":{"sandbox.ready":"up"}""");
        var task = await running;
        var stopped = Changed(one => one.LastStatus == "STOPPED");

        await CallAsync("StopTask", $$"""{"cluster":"c","task":"{{task.Arn}}"}""");
        await stopped;

        (await ContainerAsync(task))["exitCode"]!.GetValue<int>().ShouldBe(137);
    }

    [Fact]
    public async Task The_end_of_an_essential_container_ends_its_task()
    {
        var stopped = Changed(one => one.LastStatus == "STOPPED");
        await RunAsync("echo up; read never < /dev/null; sleep 0.2; exit 3", ""","dockerLabels":{"sandbox.ready":"up"}""");
        var task = await stopped;

        task.StoppedReason.ShouldBe("Essential container in task exited");
        (await ContainerAsync(task))["exitCode"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_program_that_is_not_there_cannot_be_started()
    {
        var stopped = Changed(one => one.LastStatus == "STOPPED");
        await CallAsync(
            "RegisterTaskDefinition",
            """{"family":"f","containerDefinitions":[{"name":"main","image":"local","memory":64,"command":["/no/such/program"]}]}""");
        await CallAsync("RunTask", """{"cluster":"c","taskDefinition":"f"}""");

        (await stopped).StoppedReason!.ShouldStartWith("CannotStartContainerError: /no/such/program");
    }

    [Fact]
    public async Task A_process_inherits_only_basic_variables()
    {
        Environment.SetEnvironmentVariable("SANDBOX_TEST_LEAK", "leaked");
        var stopped = Changed(one => one.LastStatus == "STOPPED");

        await RunAsync($"env > {_folder}/env", ""","environment":[{"name":"MINE","value":"yes"}]""");
        await stopped;

        var environment = await File.ReadAllTextAsync(Path.Combine(_folder, "env"));
        environment.ShouldContain("MINE=yes");
        environment.ShouldNotContain("SANDBOX_TEST_LEAK");
    }

    private async Task RunAsync(string script, string more)
    {
        var definition =
            """{"family":"f","executionRoleArn":"arn:aws:iam::123456789012:role/r","containerDefinitions":[{"name":"main","image":"process:latest","memory":64,"command":["/bin/sh","-c",""" +
            JsonValue.Create(script).ToJsonString() + "]" + more + "}]}";
        await CallAsync("RegisterTaskDefinition", definition);
        await CallAsync("RunTask", """{"cluster":"c","taskDefinition":"f"}""");
    }

    private async Task<JsonNode> ContainerAsync(TaskView task) =>
        (await CallAsync("DescribeTasks", $$"""{"cluster":"c","tasks":["{{task.Arn}}"]}"""))["tasks"]![0]!["containers"]![0]!;

    private async Task<TaskView> Changed(Predicate<TaskView> wanted)
    {
        var found = new TaskCompletionSource<TaskView>(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnChanged(object? sender, TaskChangedEventArgs e) => _ = wanted(e.Task) && found.TrySetResult(e.Task);
        _sandbox.Ecs.TaskChanged += OnChanged;
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            _sandbox.Ecs.TaskChanged -= OnChanged;
        }
    }

    private Task<JsonNode> CallAsync(string operation, string input) =>
        _sandbox.Ecs.CallAsync(
            new AwsCall(_sandbox.Ecs.TargetPrefix, operation, JsonNode.Parse(input)!.AsObject(), Administrator, CancellationToken.None));
}
