namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>An AWS on this machine with the template deployed in it, its policies enforced, and what every test does there.</summary>
internal abstract class TemplateFixture : IAsyncDisposable
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(4);

    /// <param name="sandbox">The AWS; this disposes of it.</param>
    protected TemplateFixture(SandboxHost sandbox)
    {
        Sandbox = sandbox;
        Aws = new AwsJsonClient(sandbox.Endpoint);
    }

    public SandboxHost Sandbox { get; }

    /// <summary>The administrator's calls to it.</summary>
    public AwsJsonClient Aws { get; }

    /// <summary>The template as it is deployed.</summary>
    public TemplateDeployment Deployment { get; private set; } = null!;

    public Task<string> StoreAsync(string name, string value, string? keyArn = null) => Aws.CreateSecretAsync(name, value, keyArn);

    /// <summary>Puts another value into a secret, as its owner does by hand; AWSCURRENT moves and Secrets Manager publishes it.</summary>
    public Task<string> PutAsync(string secret, string value) => Aws.PutSecretValueAsync(secret, value);

    /// <summary>Rotates a secret with the deployed function as <c>aws secretsmanager rotate-secret</c> does, and waits for the
    /// end.</summary>
    public async Task<RotationReport> RotateAsync(string secret)
    {
        var function = Deployment.Stack.Function("PostgresRotationFunction").Name;
        var before = Sandbox.Calls.Snapshot().Count;
        await Aws.RotateSecretAsync(secret, Deployment.Stack.Outputs["RotationFunctionArn"]);
        var outcome = await Sandbox.SecretsManager.WaitForRotationAsync(secret).WaitAsync(WaitLimit);
        return new(outcome, [.. Sandbox.Calls.Snapshot().Skip(before).Where(call => call.Caller == function)]);
    }

    public Task<JsonObject> EcsAsync(string operation, JsonObject input) =>
        Aws.CallAsync($"AmazonEC2ContainerServiceV20141113.{operation}", input);

    public virtual async ValueTask DisposeAsync()
    {
        Aws.Dispose();
        await Sandbox.DisposeAsync();
    }

    /// <summary>A task definition with one container.</summary>
    /// <param name="valueFrom">Where the container's variable SECRET comes from; null: it has none.</param>
    public static JsonObject TaskDefinition(string family, string? valueFrom) => new()
    {
        ["family"] = family,
        ["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution",
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = "app",
            ["image"] = "example/app:1.0",
            ["memory"] = 128,
            ["secrets"] = new JsonArray([.. new[] { valueFrom }.OfType<string>().Select(
                from => new JsonObject { ["name"] = "SECRET", ["valueFrom"] = from })]),
        }),
    };

    /// <summary>Makes a service of its own task definition with one container, and waits until it is steady.</summary>
    /// <param name="name">What the service and the family of its task definition are called.</param>
    /// <param name="valueFrom">Where the container's variable SECRET comes from; null: it has none.</param>
    /// <param name="service">The input of CreateService besides the task definition: the cluster and the number of tasks at least.</param>
    protected async Task StartServiceAsync(string name, string? valueFrom, JsonObject service)
    {
        await EcsAsync("RegisterTaskDefinition", TaskDefinition(name, valueFrom));
        (service["serviceName"], service["taskDefinition"]) = (name, name);
        await EcsAsync("CreateService", service);
        await Sandbox.Ecs.WhenSteadyAsync().WaitAsync(WaitLimit);
    }

    /// <summary>Waits until nothing is left to be done: no task or event is on its way, no message in a queue or in work.</summary>
    public async Task QuietAsync()
    {
        using var limit = new CancellationTokenSource(WaitLimit);
        var mappings = Sandbox.Sqs.EventSourceMappings;
        while (true)
        {
            var processed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void OnProcessed(object? sender, object failed) => processed.TrySetResult();
            // Listening begins before reading the counts, or a batch that ends in between would be missed.
            foreach (var mapping in mappings)
            {
                mapping.BatchProcessed += OnProcessed;
            }

            try
            {
                await Sandbox.Ecs.WhenSteadyAsync(limit.Token);
                if (mappings.All(mapping => IsEmpty(Sandbox.Sqs.Find(mapping.Settings.QueueArn)!)))
                {
                    return;
                }

                await processed.Task.WaitAsync(limit.Token);
            }
            finally
            {
                foreach (var mapping in mappings)
                {
                    mapping.BatchProcessed -= OnProcessed;
                }
            }
        }
    }

    /// <summary>Deploys the template.</summary>
    /// <param name="packages">The folders of the functions' packages, by the functions' names in the template.</param>
    /// <param name="parameters">The parameters of the stack, besides those of the network.</param>
    /// <param name="change">What is changed in the stack before it is deployed.</param>
    /// <param name="template">The template; that of the sources without one.</param>
    protected void Deploy(
        IReadOnlyDictionary<string, string> packages,
        Dictionary<string, string> parameters,
        Func<Stack, Stack>? change = null,
        StackTemplate? template = null)
    {
        (parameters["VpcId"], parameters["SubnetIds"]) = ("vpc-0", "subnet-0,subnet-1");
        parameters.TryAdd("DatabaseSecurityGroupIds", "sg-0");
        parameters.TryAdd("SecretNamePrefixes", "*");
        parameters.TryAdd("DryRun", "false");
        Deployment = DeployStack("rotation", packages, parameters, change, template);
    }

    /// <summary>Keeps a stack's rules from delivering events, or lets them again.</summary>
    public void SetRules(TemplateDeployment deployment, bool enabled) => deployment.Stack.Rules.ToList().ForEach(
        rule => Sandbox.EventBridge.PutRule(Sandbox.EventBridge.Rule(rule.Name).Settings with { Enabled = enabled }));

    /// <summary>Deploys one stack of several, with these parameters and no other.</summary>
    protected TemplateDeployment DeployStack(
        string name,
        IReadOnlyDictionary<string, string> packages,
        IReadOnlyDictionary<string, string> parameters,
        Func<Stack, Stack>? change = null,
        StackTemplate? template = null)
    {
        var settings = new StackSettings(name, Sandbox.Options.Region, Sandbox.Options.AccountId, Sandbox.Endpoint);
        var stack = (template ?? StackTemplate.Load(Repository.PathOf("template.yaml"))).Resolve(settings, parameters);
        return TemplateDeployment.Deploy(Sandbox, change is null ? stack : change(stack), packages);
    }

    /// <summary>The stack with other environment variables of its functions, such as for shorter waits.</summary>
    protected static Stack WithVariables(Stack stack, IReadOnlyDictionary<string, string> variables) => stack with
    {
        Functions = [.. stack.Functions.Select(function => function with
        {
            Environment = function.Environment.ExceptBy(variables.Keys, one => one.Key).Concat(variables).ToDictionary(),
        })],
    };

    private static bool IsEmpty(MessageQueue queue) =>
        queue is { ApproximateNumberOfMessages: 0, ApproximateNumberOfMessagesNotVisible: 0, ApproximateNumberOfMessagesDelayed: 0 };
}
