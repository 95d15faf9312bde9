namespace RotationLambdas.Demo.Scenarios;

/// <summary>One of the demo's ECS services: two tasks that log in to PostgreSQL all the time.</summary>
internal sealed record DemoService(
    string Name, string Reference, IReadOnlyDictionary<string, string> Secrets, IReadOnlyDictionary<string, string> Environment)
{
    public const string Cluster = "demo";

    private const string Container = "client";

    public async Task CreateAsync(Account account, IDatabaseServer database)
    {
        var definition = await account.CallAsync("AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition", new()
        {
            ["family"] = Name,
            ["executionRoleArn"] = $"arn:aws:iam::{account.Sandbox.Options.AccountId}:role/execution",
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = Container,
                ["image"] = ClientRunner.Image,
                ["memory"] = 64,
                ["essential"] = true,
                ["environment"] = Pairs(Variables(database), "value"),
                ["secrets"] = Pairs(Secrets, "valueFrom"),
            }),
        });
        await account.CallAsync("AmazonEC2ContainerServiceV20141113.CreateService", new()
        {
            ["cluster"] = Cluster,
            ["serviceName"] = Name,
            ["taskDefinition"] = (string)definition["taskDefinition"]!["taskDefinitionArn"]!,
            ["desiredCount"] = 2,
            // Task by task: never fewer than two, at most one more.
            ["deploymentConfiguration"] = new JsonObject { ["minimumHealthyPercent"] = 100, ["maximumPercent"] = 150 },
        });
    }

    public static string UserOf(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> environments) =>
        environments.GetValueOrDefault(Container)?.GetValueOrDefault("DATABASE_USER") ?? "";

    private IEnumerable<KeyValuePair<string, string>> Variables(IDatabaseServer database) =>
    [
        .. Environment,
        new("DATABASE_HOST", database.Host),
        new("DATABASE_PORT", database.Port.ToString(CultureInfo.InvariantCulture)),
        new("DATABASE_ROOT_CERTIFICATE", database.RootCertificateFile),
    ];

    private static JsonArray Pairs(IEnumerable<KeyValuePair<string, string>> pairs, string member) =>
        new([.. pairs.Select(pair => new JsonObject { ["name"] = pair.Key, [member] = pair.Value })]);
}
