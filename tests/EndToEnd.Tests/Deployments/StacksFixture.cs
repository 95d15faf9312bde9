using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.EndToEnd.Tests.Deployments;

/// <summary>An account with several stacks that restart services. Only waits are shorter than in the template.</summary>
internal sealed class StacksFixture : TemplateFixture
{
    private readonly string _package;

    private StacksFixture(SandboxHost sandbox, string package)
        : base(sandbox) => _package = package;

    /// <param name="accountId">Another account than the default one.</param>
    /// <param name="secretsAccount">The account whose secrets services of this one may read.</param>
    public static async Task<StacksFixture> StartAsync(string accountId = "123456789012", StacksFixture? secretsAccount = null)
    {
        var package = await PublishedFunctions.EcsRedeploymentAsync();
        var times = TimeSpan.FromMilliseconds(20);
        var fixture = new StacksFixture(
            await SandboxHost.StartAsync(new SandboxOptions
            {
                AccountId = accountId,
                SecretsAccount = secretsAccount?.Sandbox,
                Ecs = new EcsSettings { ProvisioningTime = times, PendingTime = times, StoppingTime = times },
            }),
            package);
        await fixture.EcsAsync("CreateCluster", new() { ["clusterName"] = "main" });
        return fixture;
    }

    /// <summary>Deploys a stack with these parameters alone.</summary>
    public TemplateDeployment Deploy(string name, Dictionary<string, string> parameters) => DeployStack(
        name,
        new Dictionary<string, string> { ["EcsRedeploymentFunction"] = _package },
        parameters,
        stack => WithVariables(
            stack, new Dictionary<string, string> { ["CANARY_WAIT_SECONDS"] = "1", ["MINIMUM_INTERVAL_SECONDS"] = "0" }) with
        {
            EventSourceMappings =
            [
                .. stack.EventSourceMappings.Select(
                    mapping => mapping with { Settings = mapping.Settings with { BatchingWindow = TimeSpan.FromSeconds(1) } }),
            ],
        });

    /// <summary>Deploys one of the small templates beside the main one.</summary>
    public TemplateDeployment DeployFile(string file, Dictionary<string, string> parameters) => DeployStack(
        Path.GetFileNameWithoutExtension(file), new Dictionary<string, string>(), parameters,
        template: StackTemplate.Load(Repository.PathOf("deploy", file)));

    /// <summary>Makes a secret, here or in another account, and a service with one task that holds it.</summary>
    public async Task<string> CreateServiceAsync(string name, string secretName, StacksFixture? secretsAccount = null)
    {
        var secret = await (secretsAccount ?? this).StoreAsync(secretName, "old");
        await StartServiceAsync(name, secret, new() { ["cluster"] = "main", ["desiredCount"] = 1 });
        await QuietAsync();
        Sandbox.Calls.Clear();
        return secret;
    }

    /// <summary>Puts a message into a stack's queue, as a rule does.</summary>
    public Task SendAsync(TemplateDeployment deployment, JsonObject message) => Aws.CallAsync(
        "AmazonSQS.SendMessage",
        new() { ["QueueUrl"] = deployment.Stack.Outputs["RedeploymentQueueUrl"], ["MessageBody"] = message.ToJsonString() });

    /// <summary>The services that a stack's function deployed, one entry a deployment.</summary>
    public string[] RestartedBy(TemplateDeployment deployment) =>
    [
        .. Sandbox.Calls.Snapshot()
            .Where(call => call is { Operation: "UpdateService", ErrorCode: null }
                && call.Caller == deployment.Stack.Function("EcsRedeploymentFunction").Name)
            .Select(call => call.Resource!.Split('/')[^1]),
    ];
}
