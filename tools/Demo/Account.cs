using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.Databases;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Demo;

/// <summary>The administrator's hand in the demo's AWS account.</summary>
internal sealed class Account(SandboxHost sandbox) : IDisposable
{
    private readonly AwsJsonClient _aws = new(sandbox.Endpoint);

    /// <summary>The account itself.</summary>
    public SandboxHost Sandbox => sandbox;

    /// <summary>The rotation function, as <c>rotate-secret</c> wants it.</summary>
    public string RotationFunctionArn { get; set; } = "";

    /// <summary>Calls a service.</summary>
    public Task<JsonObject> CallAsync(string target, JsonObject input) => _aws.CallAsync(target, input);

    /// <summary>A secret's value as many people have it: no engine, and the port as a string.</summary>
    public static JsonObject SecretValue(IDatabaseServer database, string user, string password) => new()
    {
        ["username"] = user,
        ["password"] = password,
        ["host"] = database.Host,
        ["port"] = database.Port.ToString(CultureInfo.InvariantCulture),
        ["dbname"] = "postgres",
    };

    /// <summary>Stores a secret.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> StoreAsync(string name, JsonObject value) => (string)(await CallAsync("secretsmanager.CreateSecret", new()
    {
        ["Name"] = name,
        ["SecretString"] = value.ToJsonString(),
        ["ClientRequestToken"] = Guid.NewGuid().ToString(),
    }))["ARN"]!;

    /// <summary>A secret's user and password.</summary>
    public async Task<(string User, string Password)> ReadAsync(string secret, string stage = "AWSCURRENT")
    {
        var output = await CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret, ["VersionStage"] = stage });
        var value = JsonNode.Parse((string)output["SecretString"]!)!;
        return ((string)value["username"]!, (string)value["password"]!);
    }

    /// <summary>The labels of each version, by version id.</summary>
    public async Task<IReadOnlyList<(string Version, string Stages)>> StagesAsync(string secret)
    {
        var output = await CallAsync("secretsmanager.DescribeSecret", new() { ["SecretId"] = secret });
        return [.. ((JsonObject)output["VersionIdsToStages"]!).Select(version => (version.Key, string.Join(", ", version.Value!.AsArray().Select(stage => (string)stage!))))];
    }

    /// <inheritdoc/>
    public void Dispose() => _aws.Dispose();
}
