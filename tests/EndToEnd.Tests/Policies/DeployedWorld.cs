using System.Text.Json.Nodes;
using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.EndToEnd.Tests.Fixtures;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.Template;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EndToEnd.Tests.Policies;

/// <summary>A PostgreSQL server, and the whole template in an AWS on this machine, everything optional switched on.</summary>
internal sealed class DeployedWorld : IAsyncDisposable
{
    private const string KeyArn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-00000000000";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private DeployedWorld(ITestDatabase database, SandboxHost sandbox)
    {
        Database = database;
        Sandbox = sandbox;
        Aws = new AwsJsonClient(sandbox.Endpoint);
    }

    public ITestDatabase Database { get; }

    public SandboxHost Sandbox { get; }

    public AwsJsonClient Aws { get; }

    public TemplateDeployment Deployment { get; private set; } = null!;

    public string SuperuserArn { get; private set; } = "";

    public FunctionResource Rotation => Deployment.Stack.Function("PostgresRotationFunction");

    public FunctionResource Redeployment => Deployment.Stack.Function("EcsRedeploymentFunction");

    /// <param name="change">What is changed in the stack before it is deployed.</param>
    public static async Task<DeployedWorld> StartAsync(Func<Stack, Stack>? change = null)
    {
        var packages = new Dictionary<string, string>
        {
            ["PostgresRotationFunction"] = await PublishedFunctions.PostgresRotationAsync(),
            ["EcsRedeploymentFunction"] = await PublishedFunctions.EcsRedeploymentAsync(),
        };
        var database = await TestDatabases.StartAsync();
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { RotationRetry = new() { Attempts = 1 } });
        var world = new DeployedWorld(database, sandbox);
        try
        {
            world.SuperuserArn = await world.StoreAsync("superuser", database.SecretOf("postgres", database.AdministratorPassword), KeyArn + "1");
            var stack = StackTemplate.Load(Repository.PathOf("template.yaml")).Resolve(
                new StackSettings("rotation", sandbox.Options.Region, sandbox.Options.AccountId, sandbox.Endpoint), world.Parameters());
            world.Deployment = TemplateDeployment.Deploy(sandbox, change is null ? stack : change(stack), packages);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a role with a password, and its secret under the customer's key.</summary>
    public async Task<string> CreateRoleWithSecretAsync(string role, string? masterArn = null)
    {
        await Database.AsAdministratorAsync($"CREATE ROLE {role} LOGIN PASSWORD 'the-first-password'");
        return await StoreAsync(role, Database.SecretOf(role, "the-first-password") with { MasterArn = masterArn }, KeyArn + "2");
    }

    /// <summary>Rotates a secret with the deployed function and waits for the end.</summary>
    public async Task<RotationReport> RotateAsync(string secret)
    {
        await Aws.CallAsync("secretsmanager.RotateSecret", new()
        {
            ["SecretId"] = secret,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["RotationLambdaARN"] = Deployment.Stack.Outputs["RotationFunctionArn"],
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
        });
        return new(await Sandbox.SecretsManager.WaitForRotationAsync(secret).WaitAsync(Patience), []);
    }

    /// <summary>A service with one task that holds a secret.</summary>
    public async Task CreateServiceAsync(string name, string secret, params (string Key, string Value)[] tags)
    {
        await EcsAsync("CreateCluster", new() { ["clusterName"] = "main" });
        await EcsAsync("RegisterTaskDefinition", new()
        {
            ["family"] = name,
            ["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution",
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = "main",
                ["image"] = "example/app:1",
                ["memory"] = 128,
                ["secrets"] = new JsonArray(new JsonObject { ["name"] = "DATABASE", ["valueFrom"] = secret }),
            }),
        });
        await EcsAsync("CreateService", new()
        {
            ["cluster"] = "main",
            ["serviceName"] = name,
            ["taskDefinition"] = name,
            ["desiredCount"] = 1,
            ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        });
        await Sandbox.Ecs.WhenSteadyAsync().WaitAsync(Patience);
    }

    /// <summary>What EcsRedeployment's next invocation comes to that <paramref name="fits"/>. Ask before doing what leads to it.</summary>
    public async Task<InvocationResult> NextRedeploymentAsync(Func<InvocationResult, bool> fits)
    {
        var next = new TaskCompletionSource<InvocationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.Functions.Ended += Ended;
        try
        {
            return await next.Task.WaitAsync(Patience);
        }
        finally
        {
            Sandbox.Functions.Ended -= Ended;
        }

        void Ended(object? sender, InvocationEndedEventArgs ended)
        {
            if (ended.Result.FunctionName == Redeployment.Name && fits(ended.Result))
            {
                next.TrySetResult(ended.Result);
            }
        }
    }

    public Task<JsonObject> EcsAsync(string operation, JsonObject input) => Aws.CallAsync($"AmazonEC2ContainerServiceV20141113.{operation}", input);

    public async ValueTask DisposeAsync()
    {
        Aws.Dispose();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<string> StoreAsync(string name, TestSecret value, string key) => (string)(await Aws.CallAsync("secretsmanager.CreateSecret", new()
    {
        ["Name"] = name,
        ["SecretString"] = value.ToJson().ToJsonString(),
        ["KmsKeyId"] = key,
        ["ClientRequestToken"] = Guid.NewGuid().ToString(),
    }))["ARN"]!;

    private Dictionary<string, string> Parameters() => new()
    {
        ["VpcId"] = "vpc-1",
        ["SubnetIds"] = "subnet-1,subnet-2",
        ["DatabaseSecurityGroupId"] = "sg-1",
        ["SuperuserSecretArn"] = SuperuserArn,
        ["SuperuserSecretKmsKeyArn"] = KeyArn + "1",
        ["SecretKmsKeyArn"] = KeyArn + "2",
        ["CreateCustomerKey"] = "true",
        ["TracingMode"] = "Active",
        ["TlsCaFile"] = Database.RootCertificateFile,
        ["CoalesceSeconds"] = "1",
        ["EcsReadsPerSecond"] = "100",
    };
}
