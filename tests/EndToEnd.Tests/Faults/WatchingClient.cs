using Npgsql;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>An application that reads AWSCURRENT and logs in with it, over and over, past the proxy.</summary>
internal sealed class WatchingClient
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly RotationFixture _fixture;
    private readonly string _secret;
    private readonly TimeSpan _pause;
    private readonly Task _watching;

    /// <summary>Starts watching.</summary>
    /// <param name="pause">How long it waits from one login to the next.</param>
    public WatchingClient(RotationFixture fixture, string secret, TimeSpan pause)
    {
        (_fixture, _secret, _pause) = (fixture, secret, pause);
        _watching = WatchAsync();
    }

    /// <summary>How often it was refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>The longest time from a refusal to the next login that worked.</summary>
    public TimeSpan LongestRefusal { get; private set; }

    /// <summary>Logs in once without TLS; false when the password is refused.</summary>
    public static async Task<bool> LogsInAsync(RotationFixture fixture, TestSecret secret)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = fixture.Database.Host,
            Port = fixture.Database.Port,
            Database = "postgres",
            Username = secret.User,
            Password = secret.Password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Pooling = false,
            Timeout = 30,
        };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync();
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    /// <summary>Ends it, after one more login at least.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        long? refusedAt = null;
        do
        {
            if (await LogsInAsync(_fixture, await _fixture.ValueAsync(_secret)))
            {
                Note(refusedAt);
                refusedAt = null;
            }
            else
            {
                Refusals++;
                refusedAt ??= Stopwatch.GetTimestamp();
            }

            await Task.Delay(_pause);
        }
        while (!_stopping.IsCancellationRequested);
        Note(refusedAt);
    }

    private void Note(long? refusedAt)
    {
        if (refusedAt is { } since && Stopwatch.GetElapsedTime(since) is var length && length > LongestRefusal)
        {
            LongestRefusal = length;
        }
    }
}
