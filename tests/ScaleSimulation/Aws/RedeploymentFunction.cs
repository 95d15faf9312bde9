using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using RotationLambdas.EcsRedeployment;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Template;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>
/// EcsRedeployment's own code, run in this process as Lambda runs it: one invocation at a time in an execution environment, which keeps its caches and
/// its paces from one invocation to the next; ended when its time is up.
/// </summary>
internal sealed class RedeploymentFunction(SandboxHost sandbox, FunctionResource function, TimeSpan latency)
{
    private readonly ConcurrentBag<RedeploymentHandler> _idle = [];
    private readonly TimeProvider _clock = sandbox.Options.TimeProvider;
    private int _environments;

    /// <summary>What the function logged as an error, each line once.</summary>
    public ConcurrentDictionary<string, int> Errors { get; } = new();

    /// <summary>How long invocations took.</summary>
    public ConcurrentQueue<TimeSpan> Durations { get; } = new();

    /// <summary>How many execution environments there are.</summary>
    public int Environments => _environments;

    /// <summary>Invokes the function.</summary>
    /// <exception cref="TimeoutException">The invocation took longer than the function's time-out.</exception>
    public async Task<JsonNode?> InvokeAsync(JsonNode payload, CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var handler))
        {
            Interlocked.Increment(ref _environments);
            handler = Create();
        }

        var began = _clock.GetUtcNow();
        var context = new TestLambdaContext { Logger = new ErrorLog(Errors), RemainingTime = function.Timeout };
        var answer = await handler.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(payload.ToJsonString())), context)
            .WaitAsync(function.Timeout, _clock, cancellationToken);
        Durations.Enqueue(_clock.GetUtcNow() - began);
        _idle.Add(handler);
        return await JsonNode.ParseAsync(answer, cancellationToken: cancellationToken);
    }

    private RedeploymentHandler Create()
    {
        var options = new OptionsReader(name => function.Environment.GetValueOrDefault(name)).Read();
#pragma warning disable CA2000 // It lives as long as the clients.
        var wire = new InProcessAws(sandbox, function.Name, latency);
#pragma warning restore CA2000
        return Composition.Handler(options, InProcessClients.Create(wire, _clock), sandbox.Options.Region, TextWriter.Null, _clock);
    }
}
