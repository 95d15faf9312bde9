using Npgsql;
using RotationLambdas.Sandbox.Databases;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Benchmarks.Rotation;

/// <summary>A server with TLS that records its logins, a sandbox, one function and one secret.</summary>
internal sealed partial class RotationBench : IAsyncDisposable
{
    private const string Name = "PostgresRotation";
    private const string Role = "bench";

    private readonly CertificateAuthority _authority = new("Benchmark root");
    private readonly string _rootFile = Path.GetTempFileName();
    private LocalPostgresServer _server = null!;
    private SandboxHost _sandbox = null!;
    private AwsJsonClient _aws = null!;
    private RunningFunction _function = null!;
    private string _secret = "";
    private int _loginsBefore;

    public double ProcessorMilliseconds => Process.GetProcessById(_function.ProcessIds.Single()).TotalProcessorTime.TotalMilliseconds;

    public static async Task<RotationBench> StartAsync(Variant variant)
    {
        RotationBench bench = new();
        await bench.StartServersAsync();
        bench._function = bench._sandbox.Functions.Start(new FunctionDefinition
        {
            Name = Name,
            PackageFolder = variant.Function(Name),
            Timeout = TimeSpan.FromSeconds(60),
            Environment = new Dictionary<string, string> { ["TLS_CA_FILE"] = bench._rootFile },
        });
        return bench;
    }

    public void KillFunction() => _function.Kill();

    public async Task<RotationOutcome> RotateAsync()
    {
        await _aws.RotateSecretAsync(_secret, _function.Arn);
        return await _sandbox.SecretsManager.WaitForRotationAsync(_secret);
    }

    public async Task ForgetCountsAsync()
    {
        _sandbox.Calls.Clear();
        _loginsBefore = await CountLoginsAsync();
    }

    public string CallsPerRotation(int rotations) =>
        ((double)_sandbox.Calls.Snapshot().Count(call => call.Caller == Name) / rotations).ToString("0.##", CultureInfo.InvariantCulture);

    public async Task<string> LoginsPerRotationAsync(int rotations) =>
        ((double)(await CountLoginsAsync() - _loginsBefore) / rotations).ToString("0.##", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _aws.Dispose();
        await _sandbox.DisposeAsync();
        await _server.DisposeAsync();
        _authority.Dispose();
        File.Delete(_rootFile);
    }

    private async Task StartServersAsync()
    {
        await File.WriteAllTextAsync(_rootFile, _authority.RootPem);
        _server = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = _authority.Issue("localhost", "127.0.0.1"),
            Settings = new Dictionary<string, string> { ["log_connections"] = "on" },
        });
        _sandbox = await SandboxHost.StartAsync(new());
        _aws = new AwsJsonClient(_sandbox.Endpoint);
        var password = Guid.NewGuid().ToString("N");
        await using (var administrator = NpgsqlDataSource.Create(_server.AdministratorConnectionString))
        await using (var create = administrator.CreateCommand($"CREATE ROLE {Role} LOGIN PASSWORD '{password}'"))
        {
            await create.ExecuteNonQueryAsync();
        }

        JsonObject secret = new() { ["username"] = Role, ["password"] = password, ["host"] = _server.Host, ["port"] = _server.Port };
        _secret = await _aws.CreateSecretAsync(Role, secret.ToJsonString());
    }

    private async Task<int> CountLoginsAsync() => Login().Count(await _server.ReadLogAsync());

    [GeneratedRegex($"connection authorized: user={Role} ")]
    private static partial Regex Login();
}
