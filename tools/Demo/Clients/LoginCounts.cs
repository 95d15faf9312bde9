namespace RotationLambdas.Demo.Clients;

internal sealed class LoginCounts
{
    private int _accepted;
    private int _refused;
    private volatile string? _lastRefusal;

    public int Accepted => Volatile.Read(ref _accepted);

    public int Refused => Volatile.Read(ref _refused);

    public string? LastRefusal => _lastRefusal;

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
