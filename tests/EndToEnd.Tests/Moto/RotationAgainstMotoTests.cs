namespace RotationLambdas.EndToEnd.Tests.Moto;

/// <summary>The function against another implementation of Secrets Manager than this project's. The test drives the steps: moto invokes
/// only its own functions.</summary>
[Trait("Needs", "moto_server")]
public sealed class RotationAgainstMotoTests
{
    private static readonly string[] Steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];

    [ToolFact("moto_server")]
    public async Task The_four_steps_rotate_a_password()
    {
        await using var moto = await MotoServer.StartAsync();
        await using var database = await TestDatabases.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(new());
        using var aws = new AwsJsonClient(moto.Endpoint);
        await database.AsAdministratorAsync("CREATE ROLE app LOGIN PASSWORD 'the-first-password'");
        var secret = await aws.CreateSecretAsync("app", database.SecretOf("app", "the-first-password").ToJson().ToJsonString());
        var token = await BeginRotationAsync(aws, secret);
        sandbox.Functions.Start(await FunctionAsync(moto, database));

        foreach (var step in Steps)
        {
            var result = await sandbox.Functions.InvokeAsync(
                RotationFixture.Function, new JsonObject { ["Step"] = step, ["SecretId"] = secret, ["ClientRequestToken"] = token });
            result.Succeeded.ShouldBeTrue($"{step}: {result.ErrorType} {result.ErrorMessage}");
        }

        // Without a label moto answers with the version that the secret was created with.
        var output = await aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret, ["VersionStage"] = "AWSCURRENT" });
        var current = TestSecret.Parse((string)output["SecretString"]!);
        ((string)output["VersionId"]!).ShouldBe(token);
        (await database.AcceptsAsync("app", current.Password)).ShouldBeTrue();
        (await database.AcceptsAsync("app", "the-first-password")).ShouldBeFalse();
    }

    private static async Task<FunctionDefinition> FunctionAsync(MotoServer moto, IDatabaseServer database) => new()
    {
        Name = RotationFixture.Function,
        PackageFolder = await PublishedFunctions.PostgresRotationAsync(),
        Timeout = TimeSpan.FromSeconds(60),
        Environment = new Dictionary<string, string>
        {
            ["TLS_CA_FILE"] = database.RootCertificateFile,
            ["AWS_ENDPOINT_URL"] = moto.Endpoint.ToString(),
        },
    };

    // moto turns rotation on and makes the pending version, and only then misses the function, which is not one of its own.
    private static async Task<string> BeginRotationAsync(AwsJsonClient aws, string secret)
    {
        var token = Guid.NewGuid().ToString();
        var missing = await Should.ThrowAsync<AwsServiceException>(() => aws.CallAsync("secretsmanager.RotateSecret", new()
        {
            ["SecretId"] = secret,
            ["ClientRequestToken"] = token,
            ["RotationLambdaARN"] = "arn:aws:lambda:eu-west-1:123456789012:function:elsewhere",
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
        }));
        missing.Code.ShouldBe("ResourceNotFoundException");
        return token;
    }
}
