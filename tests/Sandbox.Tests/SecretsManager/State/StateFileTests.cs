using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.State;

public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-state-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "state.json");

    private SandboxOptions Options => new() { StateFile = Path };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_one_sandbox_kept_the_next_finds()
    {
        string before;
        await using (var sandbox = await SandboxHost.StartAsync(Options))
        {
            sandbox.Functions.Start("rotate", new RotationFunction(sandbox.SecretsManager).HandleAsync);
            await CallAsync(sandbox, "CreateSecret", """{"Name":"db","Description":"d","KmsKeyId":"k","SecretString":"ü1","ClientRequestToken":"11111111111111111111111111111111","Tags":[{"Key":"a","Value":"b"}]}""");
            await CallAsync(sandbox, "PutSecretValue", """{"SecretId":"db","SecretBinary":"AQI=","ClientRequestToken":"22222222222222222222222222222222","VersionStages":["blue"]}""");
            await CallAsync(sandbox, "RotateSecret", """{"SecretId":"db","RotationLambdaARN":"rotate","ClientRequestToken":"33333333333333333333333333333333","RotationRules":{"ScheduleExpression":"rate(9 days)","Duration":"2h"}}""");
            await sandbox.SecretsManager.WaitForRotationAsync("db");
            await CallAsync(sandbox, "CreateSecret", """{"Name":"going","ClientRequestToken":"11111111111111111111111111111111"}""");
            await CallAsync(sandbox, "DeleteSecret", """{"SecretId":"going"}""");
            before = await PictureAsync(sandbox);
        }

        await using var next = await SandboxHost.StartAsync(Options);

        (await PictureAsync(next)).ShouldBe(before);
    }

    [Fact]
    public async Task Only_its_owner_can_read_it()
    {
        await using var sandbox = await SandboxHost.StartAsync(Options);
        await CallAsync(sandbox, "CreateSecret", """{"Name":"db","SecretString":"x","ClientRequestToken":"11111111111111111111111111111111"}""");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.GetFiles(_folder).ShouldBe([Path]);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"secrets":[{}]}""")]
    [InlineData("""{"version":1,"secrets":7}""")]
    [InlineData("""{"version":99,"secrets":[]}""")]
    public async Task A_file_that_is_something_else_is_refused_and_left_alone(string content)
    {
        await File.WriteAllTextAsync(Path, content);

        var error = await Should.ThrowAsync<InvalidDataException>(() => SandboxHost.StartAsync(Options));

        error.Message.ShouldContain(Path);
        (await File.ReadAllTextAsync(Path)).ShouldBe(content);
    }

    private static async Task<JsonNode> CallAsync(SandboxHost sandbox, string operation, string input) => await sandbox.SecretsManager.CallAsync(
        new AwsCall("secretsmanager", operation, JsonNode.Parse(input)!.AsObject(), new Caller("AKID", null, "arn"), CancellationToken.None));

    private static async Task<string> PictureAsync(SandboxHost sandbox)
    {
        var list = await CallAsync(sandbox, "ListSecrets", """{"IncludePlannedDeletion":true}""");
        var values = new JsonArray();
        foreach (var stage in new[] { "AWSCURRENT", "AWSPREVIOUS", "blue" })
        {
            values.Add(await CallAsync(sandbox, "GetSecretValue", $$"""{"SecretId":"db","VersionStage":"{{stage}}"}"""));
        }

        foreach (var secret in list["SecretList"]!.AsArray())
        {
            secret!.AsObject().Remove("LastAccessedDate");
        }

        return list.ToJsonString() + values.ToJsonString();
    }
}
