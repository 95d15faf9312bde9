using System.Collections.Immutable;

namespace RotationLambdas.Sandbox.Calls;

/// <summary>Every AWS call that reached the sandbox, in order of the answers. Safe from any thread.</summary>
public sealed class CallLog
{
    private ImmutableList<RecordedCall> _calls = [];

    /// <summary>Raised after a call is added, on the thread that answered it, before the answer is sent.</summary>
    public event EventHandler<CallAddedEventArgs>? Added;

    /// <summary>The calls up to now: a picture that does not change.</summary>
    public IReadOnlyList<RecordedCall> Snapshot() => Volatile.Read(ref _calls);

    /// <summary>Forgets every call.</summary>
    public void Clear() => Volatile.Write(ref _calls, []);

    internal void Add(RecordedCall call)
    {
        ImmutableInterlocked.Update(ref _calls, (all, added) => all.Add(added), call);
        Added?.Invoke(this, new CallAddedEventArgs(call));
    }
}
