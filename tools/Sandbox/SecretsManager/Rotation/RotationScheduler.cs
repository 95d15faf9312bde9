using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>Begins scheduled rotations when their windows open, by the sandbox's clock.</summary>
internal sealed class RotationScheduler : IAsyncDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1); // Timers take at most 49 days; waking up in vain is cheap.

    private readonly SecretStore _store;
    private readonly FunctionHost _functions;
    private readonly RotationEngine _engine;
    private readonly ITimer _timer;

    public RotationScheduler(SecretStore store, FunctionHost functions, RotationEngine engine)
    {
        _store = store;
        _functions = functions;
        _engine = engine;
        _timer = store.Options.TimeProvider.CreateTimer(_ => BeginDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Replan()
    {
        var starts = _store.Secrets.Select(secret => secret.Rotation?.Next?.Start).OfType<DateTimeOffset>().ToList();
        if (starts.Count > 0)
        {
            var sleep = starts.Min() - _store.Now;
            _timer.Change(sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep > LongestSleep ? LongestSleep : sleep, Timeout.InfiniteTimeSpan);
        }
    }

    public void SkipMissed()
    {
        foreach (
            var rotation in _store.Secrets.Select(secret => secret.Rotation).OfType<RotationSettings>()
            .Where(rotation => rotation.Next?.Start <= _store.Now))
        {
            rotation.Plan(_store.Now);
        }

        Replan();
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void BeginDue() => _store.Change(() =>
    {
        foreach (var secret in _store.Secrets.Where(secret => secret.Rotation?.Next?.Start <= _store.Now).ToList())
        {
            secret.Rotation!.Plan(_store.Now);
            Begin(secret);
        }

        Replan();
    });

    private void Begin(Secret secret)
    {
        if (_functions.Find(secret.Rotation!.FunctionArn) is null)
        {
            return; // Nothing to invoke: the next window may find it.
        }

        if (secret.Versions.Unfinished is { } unfinished)
        {
            _engine.Resume(secret, unfinished.Id);
        }
        else
        {
            _engine.Rotate(secret, Guid.NewGuid().ToString());
        }
    }
}
