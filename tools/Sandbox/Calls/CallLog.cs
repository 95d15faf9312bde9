namespace RotationLambdas.Sandbox.Calls;

/// <summary>Every AWS call that reached the sandbox, in order of the answers. Safe from any thread.</summary>
public sealed class CallLog
{
    private ImmutableList<RecordedCall> _calls = [];

    public event EventHandler<RecordedCall>? Added;

    public IReadOnlyList<RecordedCall> Snapshot() => Volatile.Read(ref _calls);

    public void Clear() => Volatile.Write(ref _calls, []);

    internal void Add(RecordedCall call)
    {
        ImmutableInterlocked.Update(ref _calls, (all, added) => all.Add(added), call);
        Added?.Invoke(this, call);
    }
}

/// <summary>One AWS call that reached the sandbox. It holds nothing of the request but the name of what it is about.</summary>
public sealed record RecordedCall(
    DateTimeOffset Time, string Caller, string Service, string Operation, string? Resource, int? Status, string? ErrorCode);
