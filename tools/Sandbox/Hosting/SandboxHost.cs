using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RotationLambdas.Sandbox.Calls;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Faults;
using RotationLambdas.Sandbox.Rds;
using RotationLambdas.Sandbox.SecretsManager;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>An AWS account on this machine: its services on one port, and the Lambda functions that run against them. A service is one
/// <see cref="IAwsService"/>; a new one is made in the constructor here, or added to a running sandbox.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, IAwsService> _services = new(StringComparer.Ordinal);
    private readonly Scheduler _scheduler;
    private readonly CallPipeline _calls;
    private ImmutableList<ICallGuard> _guards = [];

    private SandboxHost(SandboxOptions options)
    {
        Options = options;
        Functions = new FunctionHost(options);
        SecretsManager = new SecretsManagerService(options, Events, Functions);
        AddService(SecretsManager);
        Rds = new RdsService(options, SecretsManager);
        AddService(Rds);
        _scheduler = new Scheduler(options.TimeProvider);
        Sqs = new SqsService(options, () => Endpoint, _scheduler, InvokeAsync);
        AddService(Sqs);
        EventBridge = new EventBridgeService(options, Events, Sqs, _scheduler, InvokeAsync);
        AddService(EventBridge);
        Ecs = new EcsService(options, options.Ecs, Events, SecretsManager, _scheduler);
        AddService(Ecs);
        _web = BuildWeb();
        _calls = new CallPipeline(this);
        _calls.Map(_web);
        new RuntimeApi(Functions).Map(_web);
        new InvokeApi(Functions).Map(_web);
        new ConcurrencyApi(Functions).Map(_web);
        NotOffered.Map(_web);
    }

    public SandboxOptions Options { get; }

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    public SecretsManagerService SecretsManager { get; }

    public RdsService Rds { get; }

    public EcsService Ecs { get; }

    public SqsService Sqs { get; }

    public EventBridgeService EventBridge { get; }

    public FunctionHost Functions { get; }

    public CallLog Calls { get; } = new();

    public FaultPlan Faults { get; } = new();

    public EventBus Events { get; } = new();

    internal IReadOnlyList<ICallGuard> Guards => Volatile.Read(ref _guards);

    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var host = new SandboxHost(options);
        try
        {
            await host._web.StartAsync(cancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        var addresses = host._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        host.Endpoint = new Uri(addresses.Single());
        host.Functions.Listening(host.Endpoint);
        return host;
    }

    public void AddService(IAwsService service) => _services[service.TargetPrefix] = service;

    public void AddGuard(ICallGuard guard) => ImmutableInterlocked.Update(ref _guards, (all, added) => all.Add(added), guard);

    public Task<JsonNode> CallAsync(AwsCall call) => _calls.CallAsync(call);

    public async ValueTask DisposeAsync()
    {
        _scheduler.Dispose();
        await Ecs.StopRealTasksAsync();
        EventBridge.Dispose();
        Sqs.Dispose();
        await SecretsManager.DisposeAsync();
        await Functions.DisposeAsync();
        await _web.DisposeAsync();
    }

    internal IAwsService? ServiceOf(string targetPrefix) => _services.GetValueOrDefault(targetPrefix);

    private async Task<FunctionReply> InvokeAsync(string functionName, JsonNode payload, CancellationToken cancellationToken)
    {
        var result = await Functions.InvokeAsync(functionName, payload, cancellationToken);
        return new FunctionReply(result.Succeeded, result.Payload);
    }

    private static WebApplication BuildWeb()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        // Clients hold connections open and functions wait in long polls: neither is worth waiting for.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
