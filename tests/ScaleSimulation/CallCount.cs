using RotationLambdas.Sandbox.Calls;
using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.ScaleSimulation;

/// <summary>Counts a function's calls as they are made.</summary>
internal sealed class CallCount : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxHost _sandbox;
    private readonly Dictionary<string, int> _answered = [];
    private readonly Dictionary<string, int> _throttled = [];
    private readonly Dictionary<string, int> _refused = [];
    private readonly Dictionary<string, int> _updates = [];

    public CallCount(SandboxHost sandbox)
    {
        _sandbox = sandbox;
        sandbox.Calls.Added += OnAdded;
    }

    /// <summary>Calls that were executed, by operation.</summary>
    public IReadOnlyDictionary<string, int> Answered => _answered;

    /// <summary>Calls that were throttled, by operation.</summary>
    public IReadOnlyDictionary<string, int> Throttled => _throttled;

    /// <summary>Calls that met another error, by operation and code.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>How often each service was deployed anew, by cluster and name.</summary>
    public IReadOnlyDictionary<string, int> Updates => _updates;

    /// <summary>When the first and the last deployment was begun.</summary>
    public (DateTimeOffset First, DateTimeOffset Last) Updating { get; private set; } = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    public void Dispose() => _sandbox.Calls.Added -= OnAdded;

    private void OnAdded(object? sender, CallAddedEventArgs e)
    {
        var call = e.Call;
        lock (_gate)
        {
            var (counts, key) = call.ErrorCode switch
            {
                null => (_answered, call.Operation),
                "ThrottlingException" => (_throttled, call.Operation),
                var code => (_refused, $"{call.Operation} {code}"),
            };
            counts[key] = counts.GetValueOrDefault(key) + 1;
            if (call is { Operation: "UpdateService", ErrorCode: null })
            {
                var service = string.Join('/', call.Resource!.Split('/')[^2..]);
                _updates[service] = _updates.GetValueOrDefault(service) + 1;
                Updating = (call.Time < Updating.First ? call.Time : Updating.First, call.Time > Updating.Last ? call.Time : Updating.Last);
            }
        }
    }
}
