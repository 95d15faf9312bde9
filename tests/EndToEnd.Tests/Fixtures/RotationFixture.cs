namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>A PostgreSQL server, an AWS on this machine, and PostgresRotation as it is deployed. Each test has its own.</summary>
internal sealed class RotationFixture : TemplateFixture
{
    /// <summary>The function's name.</summary>
    public const string Function = "rotation-PostgresRotation";

    private RotationFixture(IDatabaseServer database, SandboxHost sandbox)
        : base(sandbox) => Database = database;

    public IDatabaseServer Database { get; }

    /// <summary>The superuser's secret. It is there from the start, because the policy of the function's role names it.</summary>
    public string SuperuserArn { get; private set; } = "";

    /// <summary>Starts everything but the function's process, which the first invocation starts.</summary>
    public static async Task<RotationFixture> StartAsync(RotationFixtureOptions? options = null)
    {
        options ??= new();
        var package = await PublishedFunctions.PostgresRotationAsync();
        var database = await TestDatabases.StartAsync(options.Database, options.Settings);
        var sandbox = await SandboxHost.StartAsync(new() { RotationRetry = options.Retry });
        var fixture = new RotationFixture(database, sandbox);
        fixture.SuperuserArn = await fixture.StoreAsync(
            "superuser", database.SecretOf("postgres", database.AdministratorPassword).ToJson().ToJsonString());
        fixture.Deploy(package, options);
        return fixture;
    }

    public Task CreateRoleAsync(string name, string password, string attributes = "") =>
        Database.AsAdministratorAsync(
            $"CREATE ROLE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" LOGIN {attributes} PASSWORD "
                + $"'{password.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>Makes a role and stores its secret.</summary>
    /// <returns>The secret's ARN.</returns>
    public async Task<string> CreateRoleWithSecretAsync(string role, string password, string? masterArn = null)
    {
        await CreateRoleAsync(role, password);
        return await StoreAsync(role, (Database.SecretOf(role, password) with { MasterArn = masterArn }).ToJson().ToJsonString());
    }

    /// <summary>The value with a label; <c>AWSCURRENT</c> when none is named.</summary>
    public async Task<TestSecret> ValueAsync(string secret, string stage = "AWSCURRENT")
    {
        var output = await Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = secret, ["VersionStage"] = stage });
        return TestSecret.Parse((string)output["SecretString"]!);
    }

    /// <summary>The labels of each version, by version id.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> StagesAsync(string secret)
    {
        var output = await Aws.CallAsync("secretsmanager.DescribeSecret", new() { ["SecretId"] = secret });
        return ((JsonObject)output["VersionIdsToStages"]!).ToDictionary(
            version => version.Key,
            version => version.Value!.AsArray().Select(stage => (string)stage!).Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Rotates a secret; anything but success fails the test, with what the function reported.</summary>
    public async Task<RotationReport> RotateWithSuccessAsync(string secret)
    {
        var report = await RotateAsync(secret);
        report.Succeeded.ShouldBeTrue(report.Explanation);
        return report;
    }

    /// <summary>Takes AWSPENDING away, as an operator does after a rotation that will never end.</summary>
    public async Task ForgetPendingAsync(string secret)
    {
        foreach (var (version, _) in (await StagesAsync(secret)).Where(version => version.Value.Contains("AWSPENDING")))
        {
            await Aws.CallAsync("secretsmanager.UpdateSecretVersionStage", new()
            {
                ["SecretId"] = secret,
                ["VersionStage"] = "AWSPENDING",
                ["RemoveFromVersionId"] = version,
            });
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    // A superuser is configured only where a test asks for one.
    private void Deploy(string package, RotationFixtureOptions options) => Deploy(
        new Dictionary<string, string> { ["PostgresRotationFunction"] = package },
        new()
        {
            ["SuperuserSecretArns"] = SuperuserArn,
            ["TlsCaFile"] = Database.RootCertificateFile,
            ["TrustSettings"] = new JsonObject { ["superuserSecrets"] = new JsonArray(SuperuserArn) }.ToJsonString(),
        },
        stack => WithVariables(
            stack with { Functions = [.. stack.Functions.Select(function => function with { Timeout = options.Timeout })] },
            new Dictionary<string, string>(options.Environment) { ["SUPERUSER_SECRET_ARN"] = "" }));
}
