namespace RotationLambdas.Sandbox.Faults;

/// <summary>Which calls go wrong, and how. What is left <see langword="null"/> matches everything.</summary>
public sealed class FaultRule
{
    private int _matched;
    private int _fired;

    public required FaultAction Action { get; init; }

    public string? Caller { get; init; }

    public string? Service { get; init; }

    public string? Operation { get; init; }

    /// <summary>The first of the matching calls that goes wrong, counted from 1. Default 1.</summary>
    public int FromCall { get; init; } = 1;

    /// <summary>How many go wrong from there on; <see langword="null"/>: all until the rule is removed. Default 1.</summary>
    public int? Times { get; init; } = 1;

    public int Fired => Volatile.Read(ref _fired);

    internal bool Injects(AwsCall call)
    {
        if ((Caller ?? call.Caller.Name) != call.Caller.Name || (Service ?? call.Service) != call.Service
            || (Operation ?? call.Operation) != call.Operation)
        {
            return false;
        }

        var nth = Interlocked.Increment(ref _matched);
        if (nth < FromCall || nth >= FromCall + (long)(Times ?? int.MaxValue))
        {
            return false;
        }

        Interlocked.Increment(ref _fired);
        return true;
    }
}
