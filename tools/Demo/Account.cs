using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Demo;

internal sealed class Account(SandboxHost sandbox) : IDisposable
{
    private readonly AwsJsonClient _aws = new(sandbox.Endpoint);

    public SandboxHost Sandbox => sandbox;

    public string RotationFunctionArn { get; set; } = "";

    public Task<JsonObject> CallAsync(string target, JsonObject input) => _aws.CallAsync(target, input);

    public static JsonObject SecretValue(IDatabaseServer database, string user, string password) => new()
    {
        ["username"] = user,
        ["password"] = password,
        ["host"] = database.Host,
        ["port"] = database.Port.ToString(CultureInfo.InvariantCulture),
        ["dbname"] = "postgres",
    };

    public Task<string> StoreAsync(string name, JsonObject value) => _aws.CreateSecretAsync(name, value.ToJsonString());

    public Task RotateAsync(string secret) => _aws.RotateSecretAsync(secret, RotationFunctionArn);

    public async Task<(string User, string Password)> ReadAsync(string secret, string stage = "AWSCURRENT")
    {
        var output = await CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret, ["VersionStage"] = stage });
        var value = JsonNode.Parse((string)output["SecretString"]!)!;
        return ((string)value["username"]!, (string)value["password"]!);
    }

    public async Task<IReadOnlyList<(string Version, string Stages)>> StagesAsync(string secret)
    {
        var output = await CallAsync("secretsmanager.DescribeSecret", new() { ["SecretId"] = secret });
        return [.. ((JsonObject)output["VersionIdsToStages"]!)
            .Select(version => (version.Key, string.Join(", ", version.Value!.AsArray().Select(stage => (string)stage!))))];
    }

    public void Dispose() => _aws.Dispose();
}
