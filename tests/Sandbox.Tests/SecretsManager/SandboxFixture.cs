namespace RotationLambdas.Sandbox.Tests.SecretsManager;

/// <summary>A sandbox of its own for every test, spoken to over the wire.</summary>
public abstract class SandboxFixture : IAsyncLifetime
{
    protected SandboxHost Sandbox { get; private set; } = null!;

    internal WireClient Client { get; private set; } = null!;

    protected List<JsonObject> Events { get; } = [];

    protected virtual SandboxOptions Options => new();

    public virtual async Task InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(Options);
        Sandbox.Events.Subscribe(Remember);
        Client = new WireClient(Sandbox.Endpoint);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }

    protected async Task<JsonObject> OkAsync(string operation, JsonObject input)
    {
        var (response, body) = await Client.CallAsync($"secretsmanager.{operation}", input.ToJsonString());
        response.IsSuccessStatusCode.ShouldBeTrue(body.ToJsonString());
        return body.AsObject();
    }

    /// <summary>Calls an operation that must be refused; returns "Code: message".</summary>
    protected async Task<string> RefusedAsync(string operation, JsonObject input)
    {
        var (response, body) = await Client.CallAsync($"secretsmanager.{operation}", input.ToJsonString());
        response.IsSuccessStatusCode.ShouldBeFalse(body.ToJsonString());
        return $"{body["__type"]}: {body["message"]}";
    }

    protected async Task<string> CreateAsync(string name = "db", string value = "one", string? token = null)
    {
        var answer = await OkAsync(
            "CreateSecret", new JsonObject { ["Name"] = name, ["SecretString"] = value, ["ClientRequestToken"] = token ?? Token.Of('1') });
        return answer["ARN"]!.GetValue<string>();
    }

    protected Task<JsonObject> PutAsync(string value, string token, params string[] stages)
    {
        var input = new JsonObject { ["SecretId"] = "db", ["SecretString"] = value, ["ClientRequestToken"] = token };
        if (stages.Length > 0)
        {
            input["VersionStages"] = new JsonArray([.. stages.Select(stage => JsonValue.Create(stage))]);
        }

        return OkAsync("PutSecretValue", input);
    }

    /// <summary>The labels of the secret "db", such as "1:AWSPREVIOUS 2:AWSCURRENT", by the first character of the version's id.</summary>
    protected async Task<string> LabelsAsync()
    {
        var answer = await OkAsync("DescribeSecret", new JsonObject { ["SecretId"] = "db" });
        var versions = answer["VersionIdsToStages"]?.AsObject() ?? [];
        return string.Join(' ', versions.OrderBy(version => version.Key, StringComparer.Ordinal)
            .Select(version =>
                $"{version.Key[0]}:{string.Join('+', version.Value!.AsArray().Select(stage => stage!.GetValue<string>()).Order(StringComparer.Ordinal))}"));
    }

    protected async Task<string> ValueAsync(string stage = "AWSCURRENT") =>
        (await OkAsync("GetSecretValue", new JsonObject { ["SecretId"] = "db", ["VersionStage"] = stage }))[
            "SecretString"]!.GetValue<string>();

    private void Remember(JsonObject awsEvent)
    {
        lock (Events)
        {
            Events.Add(awsEvent);
        }
    }
}
