using Amazon.Lambda.TestUtilities;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using RotationLambdas.Databases;
using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>A real PostgreSQL, the sandbox's Secrets Manager over its wire, and the real handler in this process. Every step gets a
/// handler of its own, as if it landed in another process, unless <see cref="KeepsHandler"/> is set.</summary>
public sealed class RotationSandbox : IAsyncLifetime
{
    private const string FunctionName = "rotate";
    private readonly RenderingLogger _log = new();
    private readonly TextWriter _metrics;
    private readonly string _server;
    private RotationHandler? _handler;
    private int _names;

    public RotationSandbox()
        : this("local")
    {
    }

    internal RotationSandbox(string server) => (_server, _metrics) = (server, TextWriter.Synchronized(Metrics));

    public RotationLambdas.Databases.IDatabaseServer Database { get; private set; } = null!;

    public SandboxHost Sandbox { get; private set; } = null!;

    public AmazonSecretsManagerClient Client { get; private set; } = null!;

    public ConcurrentDictionary<string, string> Environment { get; } = [];

    public StringWriter Metrics { get; } = new();

    /// <summary>TRUST_SETTINGS; superusers' secrets are listed as they are made.</summary>
    public JsonObject Trust { get; } = [];

    public bool KeepsHandler { get; set; }

    /// <summary>The time that each invocation has.</summary>
    public TimeSpan Time { get; set; }

    internal PostgresRotation.Postgres.IDatabaseServer? InsteadOfPostgres { get; set; }

    /// <summary>Runs before a step; what it throws ends the step before it began.</summary>
    public Func<string, Task> BeforeStep { get; set; } = _ => Task.CompletedTask;

    public string Log => _log.Text;

    public async Task InitializeAsync()
    {
        Database = await TestDatabases.StartAsync(
            _server, new Dictionary<string, string> { ["log_min_error_statement"] = "debug5", ["log_connections"] = "on" });
        Sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { RotationRetry = new RotationRetryOptions { Attempts = 1, Delay = TimeSpan.Zero } });
        Client = NewClient();
        _ = Sandbox.Functions.Start(FunctionName, async (payload, _) =>
        {
            await HandleAsync(payload);
            return null;
        });
        Reset();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Puts a database that accepts one user, "app" with the password "old", in the place of PostgreSQL.</summary>
    internal FakeDatabase UseFakeDatabase()
    {
        FakeDatabase database = new() { Passwords = { ["app"] = "old" } };
        InsteadOfPostgres = database;
        return database;
    }

    public void Reset()
    {
        Environment.Clear();
        Environment["TLS_MODE"] = "prefer";
        Environment["TLS_CA_FILE"] = Database.RootCertificateFile;
        Trust.Clear();
        KeepsHandler = false;
        Time = TimeSpan.FromSeconds(30);
        InsteadOfPostgres = null;
        BeforeStep = _ => Task.CompletedTask;
        _handler = null;
        _log.Clear();
        Sandbox.Faults.Clear();
    }

    /// <summary>Invokes the function for one step, outside of any rotation of Secrets Manager's.</summary>
    public Task StepAsync(string step, string secretId, string token, TimeSpan? time = null) =>
        HandleAsync(new JsonObject { ["Step"] = step, ["SecretId"] = secretId, ["ClientRequestToken"] = token }, time);

    public string NewName(string prefix) => $"{prefix}{Interlocked.Increment(ref _names)}";

    /// <summary>Makes a user and the secret for it, with AWSCURRENT as its password.</summary>
    public async Task<AppSecret> CreateAppAsync(string? user = null, string fields = "", string attributes = "LOGIN")
    {
        var name = user ?? NewName("app");
        const string Password = "first password";
        await this.ExecuteAsync($"CREATE ROLE {RotationDatabase.Quoted(name)} {attributes} PASSWORD '{Password}'");
        return await CreateSecretAsync(Value(name, Password, fields));
    }

    /// <summary>A secret's value for the database, without TLS.</summary>
    /// <param name="fields">Further fields, as JSON.</param>
    internal JsonObject Value(string user, string password, string fields = "") => With(
        new JsonObject
        {
            ["host"] = Database.Host,
            ["port"] = Database.Port,
            ["username"] = user,
            ["password"] = password,
            ["ssl"] = false,
        },
        fields);

    internal static JsonObject With(JsonObject value, string fields)
    {
        foreach (var (key, field) in JsonNode.Parse("{" + fields + "}")!.AsObject())
        {
            value[key] = field?.DeepClone();
        }

        return value;
    }

    /// <summary>Makes a user and the secret for it, which names the superuser's: the user alternates with another one.</summary>
    public Task<AppSecret> CreateAppAsync(AppSecret superuser, string? user = null)
    {
        Allow("superuserSecrets", superuser.Arn);
        return CreateAppAsync(user, $"\"masterarn\":\"{superuser.Arn}\"");
    }

    public async Task<AppSecret> CreateSuperuserAsync()
    {
        var superuser = await CreateSecretAsync(Value(LocalPostgresServer.Administrator, Database.AdministratorPassword));
        Allow("superuserSecrets", superuser.Arn);
        return superuser;
    }

    public void Allow(string list, JsonNode entry)
    {
        if (Trust[list] is not JsonArray entries)
        {
            Trust[list] = entries = [];
        }

        entries.Add(entry);
    }

    public void Allow(string list, string secret, string role) => Allow(list, new JsonObject { ["secret"] = secret, ["role"] = role });

    public Task<AppSecret> CreateSecretAsync(JsonObject value) => CreateSecretAsync(value.ToJsonString());

    public async Task<AppSecret> CreateSecretAsync(string text)
    {
        var created = await Client.CreateSecretAsync(new CreateSecretRequest { Name = NewName("secret-"), SecretString = text });
        return new AppSecret(this, created.ARN);
    }

    public Task<RotationOutcome> RotateAsync(AppSecret secret) => RotateAsync(secret, immediately: true);

    /// <summary>Turns rotation on; Secrets Manager only runs testSecret.</summary>
    public Task<RotationOutcome> EnableWithoutRotatingAsync(AppSecret secret) => RotateAsync(secret, immediately: false);

    /// <summary>Lets Secrets Manager repeat a rotation that is not complete, with the same token.</summary>
    public async Task<RotationOutcome> RetryAsync(AppSecret secret)
    {
        var refusal = await Should.ThrowAsync<InvalidRequestException>(() => RotateAsync(secret));
        refusal.Message.ShouldContain("will be reattempted");
        return await Sandbox.SecretsManager.WaitForRotationAsync(secret.Arn);
    }

    /// <summary>Rotates, and stops the rotation before the step that follows <paramref name="lastStep"/>.</summary>
    public async Task<RotationOutcome> RotateUntilAsync(AppSecret secret, string lastStep, Func<Task>? then = null)
    {
        var isDone = false;
        BeforeStep = async step =>
        {
            if (isDone)
            {
                await (then?.Invoke() ?? Task.CompletedTask);
                throw new OperationCanceledException($"Stopped after {lastStep}.");
            }

            isDone = step == lastStep;
        };
        var outcome = await RotateAsync(secret);
        BeforeStep = _ => Task.CompletedTask;
        return outcome;
    }

    private async Task<RotationOutcome> RotateAsync(AppSecret secret, bool immediately)
    {
        _ = await Client.RotateSecretAsync(new RotateSecretRequest
        {
            SecretId = secret.Arn,
            RotateImmediately = immediately,
            RotationLambdaARN = Sandbox.Functions.ArnOf(FunctionName),
            RotationRules = new RotationRulesType { AutomaticallyAfterDays = 30 },
        });
        return await Sandbox.SecretsManager.WaitForRotationAsync(secret.Arn);
    }

    private async Task HandleAsync(JsonNode payload, TimeSpan? time = null)
    {
        await BeforeStep((string?)payload["Step"] ?? "");
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        var handler = await HandlerAsync();
        await handler.HandleAsync(
            stream, new TestLambdaContext { Logger = _log, RemainingTime = time ?? Time });
    }

    private async Task<RotationHandler> HandlerAsync()
    {
        if (_handler is null || !KeepsHandler)
        {
            Environment[TrustSettingsReader.Variable] = Trust.ToJsonString();
            var options = RotationOptionsReader.Read(Environment.GetValueOrDefault) with
            {
                Trust = await TrustSettingsReader.ReadAsync(Environment.GetValueOrDefault, Client),
            };
            Lazy<IAmazonRDS> rds = new(() => new AmazonRDSClient(
                new BasicAWSCredentials("administrator", "secret"),
                new AmazonRDSConfig { ServiceURL = Sandbox.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" }));
            _handler = new RotationHandler(
                Client, rds, InsteadOfPostgres ?? new NpgsqlDatabase(options.ConnectTimeout), options, _metrics, new HurriedClock());
        }

        return _handler;
    }

    private AmazonSecretsManagerClient NewClient() => new(
        new BasicAWSCredentials("administrator", "secret"),
        new AmazonSecretsManagerConfig
        {
            ServiceURL = Sandbox.Endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            RetryMode = RequestRetryMode.Standard
        });
}
