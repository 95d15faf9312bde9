namespace RotationLambdas.Demo.Clients;

/// <summary>How many logins of a service went well.</summary>
internal sealed class LoginCounts
{
    private int _accepted;
    private int _refused;
    private volatile string? _lastRefusal;

    /// <summary>Logins that the database accepted.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Logins that failed.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>What the last of those said.</summary>
    public string? LastRefusal => _lastRefusal;

    /// <summary>Counts one line of a client.</summary>
    public void Add(string line)
    {
        if (line == ClientProgram.Accepted)
        {
            Interlocked.Increment(ref _accepted);
        }
        else if (line.StartsWith(ClientProgram.Refused, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _refused);
            _lastRefusal = line;
        }
    }
}
