using RotationLambdas.EndToEnd.Tests.Deployments;

namespace RotationLambdas.EndToEnd.Tests.Policies;

/// <summary>A PostgreSQL server, and the whole template in an AWS on this machine, everything optional switched on.</summary>
internal sealed class DeployedFixture : TemplateFixture
{
    private const string KeyArn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-00000000000";
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(2);

    private DeployedFixture(IDatabaseServer database, SandboxHost sandbox)
        : base(sandbox) => Database = database;

    public IDatabaseServer Database { get; }

    public string SuperuserArn { get; private set; } = "";

    /// <summary>The superusers of an instance and of a cluster whose secrets RDS manages.</summary>
    public IReadOnlyList<string> RdsSuperuserArns { get; private set; } = [];

    /// <summary>The operator's secret with the trust settings.</summary>
    public string TrustSettingsArn { get; private set; } = "";

    /// <summary>A secret whose role the superuser may recover.</summary>
    public string RecoverableArn { get; private set; } = "";

    public FunctionResource Rotation => Deployment.Stack.Function("PostgresRotationFunction");

    public FunctionResource Redeployment => Deployment.Stack.Function("EcsRedeploymentFunction");

    /// <param name="change">What is changed in the stack before it is deployed.</param>
    /// <param name="release">The template of a release, which is deployed from the zips beside it; null: that of the sources.</param>
    public static async Task<DeployedFixture> StartAsync(Func<Stack, Stack>? change = null, string? release = null)
    {
        var packages = release is not null ? Release.Unpack(release) : new Dictionary<string, string>
        {
            ["PostgresRotationFunction"] = await PublishedFunctions.PostgresRotationAsync(),
            ["EcsRedeploymentFunction"] = await PublishedFunctions.EcsRedeploymentAsync(),
        };
        var database = await TestDatabases.StartAsync();
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { RotationRetry = new() { Attempts = 1 } });
        var fixture = new DeployedFixture(database, sandbox);
        try
        {
            fixture.SuperuserArn = await fixture.StoreAsync(
                "superuser", database.SecretOf("postgres", database.AdministratorPassword), KeyArn + "1");
            fixture.RdsSuperuserArns = [.. new[] { false, true }.Select(isCluster => sandbox.Rds.Create(
                isCluster, "orders", database.Host, database.Port,
                new() { ["username"] = "postgres", ["password"] = database.AdministratorPassword }))];
            sandbox.AddService(new CodeDeployStub());
            fixture.RecoverableArn = await fixture.CreateRoleWithSecretAsync("solo");
            fixture.TrustSettingsArn = await fixture.StoreAsync("trust-settings", fixture.TrustSettings());
            var parameters = fixture.Parameters();
            var template = release is null ? null : StackTemplate.Load(release);
            if (template?.Root["Parameters"]!["CodeBucket"] is not null)
            {
                parameters["CodeBucket"] = "releases";
            }

            // A rollout is scanned once more after that time, so that a test does not wait for two minutes.
            var waits = new Dictionary<string, string> { ["CANARY_WAIT_SECONDS"] = "2" };
            fixture.Deploy(packages, parameters, stack => WithVariables(change is null ? stack : change(stack), waits), template);
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a role with a password, and its secret under the customer's key.</summary>
    public async Task<string> CreateRoleWithSecretAsync(string role, string? masterArn = null)
    {
        await Database.AsAdministratorAsync($"CREATE ROLE {role} LOGIN PASSWORD 'the-first-password'");
        return await StoreAsync(role, Database.SecretOf(role, "the-first-password") with { MasterArn = masterArn }, KeyArn + "2");
    }

    /// <summary>A service with one task that holds a secret.</summary>
    public async Task CreateServiceAsync(string name, string secret, string controller = "ECS", params (string Key, string Value)[] tags)
    {
        await EcsAsync("CreateCluster", new() { ["clusterName"] = "main" });
        await StartServiceAsync(
            name,
            secret,
            new()
            {
                ["cluster"] = "main",
                ["desiredCount"] = 1,
                ["deploymentController"] = new JsonObject { ["type"] = controller },
                ["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
            });
    }

    /// <summary>What EcsRedeployment's next invocation comes to that <paramref name="fits"/>. Ask before doing what leads to it.</summary>
    public async Task<InvocationResult> NextRedeploymentAsync(Func<InvocationResult, bool> fits)
    {
        var next = new TaskCompletionSource<InvocationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.Functions.Ended += Ended;
        try
        {
            return await next.Task.WaitAsync(WaitLimit);
        }
        finally
        {
            Sandbox.Functions.Ended -= Ended;
        }

        void Ended(object? sender, InvocationResult ended)
        {
            if (ended.FunctionName == Redeployment.Name && fits(ended))
            {
                next.TrySetResult(ended);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    private string TrustSettings() => new JsonObject
    {
        ["recoverable"] = new JsonArray(new JsonObject { ["secret"] = RecoverableArn, ["role"] = "solo" }),
    }.ToJsonString();

    private Task<string> StoreAsync(string name, TestSecret value, string key) => StoreAsync(name, value.ToJson().ToJsonString(), key);

    private Dictionary<string, string> Parameters() => new()
    {
        ["SuperuserSecretArns"] = string.Join(',', RdsSuperuserArns.Prepend(SuperuserArn)),
        ["DatabaseSecurityGroupIds"] = "sg-0,sg-1,sg-2",
        ["CodeDeployServices"] = "deploy",
        ["PublishVersion"] = "1.0.0",
        ["SuperuserSecretKmsKeyArns"] = KeyArn + "1",
        ["SecretKmsKeyArns"] = KeyArn + "2",
        ["TrustSettings"] = TrustSettingsArn,
        ["CreateCustomerKey"] = "true",
        ["TracingMode"] = "Active",
        ["TlsCaFile"] = Database.RootCertificateFile,
        ["CoalesceSeconds"] = "1",
    };
}
