using Npgsql;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>An application that reads AWSCURRENT and logs in with it, over and over, past any proxy.</summary>
internal sealed class WatchingClient
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly RotationFixture _fixture;
    private readonly string _secret;
    private readonly TimeSpan _pause;
    private readonly Func<TestSecret, Task<bool>> _logIn;
    private readonly Task _watching;
    private volatile Task _underWay = Task.CompletedTask;

    /// <summary>Starts watching.</summary>
    /// <param name="pause">How long it waits from one login to the next.</param>
    /// <param name="logIn">How it logs in; once without TLS when not given.</param>
    public WatchingClient(RotationFixture fixture, string secret, TimeSpan pause, Func<TestSecret, Task<bool>>? logIn = null)
    {
        (_fixture, _secret, _pause, _logIn) = (fixture, secret, pause, logIn ?? (value => LogsInAsync(fixture, value)));
        _watching = WatchAsync();
    }

    /// <summary>How often it was accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>How often it was refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>The longest time from a refusal to the next login that worked.</summary>
    public TimeSpan LongestRefusal { get; private set; }

    /// <summary>Logs in once without TLS; false when the password is refused.</summary>
    public static Task<bool> LogsInAsync(RotationFixture fixture, TestSecret secret) => Sql.AcceptsAsync(
        new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString(secret.User, secret.Password))
        {
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            RootCertificate = null,
        }.ConnectionString);

    /// <summary>Ends when the login that is under way has ended. A password is promised to work until the rotation after the next begins,
    /// which is hours later in practice; a test that rotates without a pause has to leave a slow login that much.</summary>
    public Task LoginUnderWayAsync() => _underWay;

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
            var login = new Task<Task<bool>>(LogInAsync);
            var accepted = login.Unwrap();
            _underWay = accepted; // Before it reads the password, or a test could begin two rotations in that time.
            login.Start(TaskScheduler.Default);
            if (await accepted)
            {
                Accepted++;
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

    private async Task<bool> LogInAsync() => await _logIn(await _fixture.ValueAsync(_secret));

    private void Note(long? refusedAt)
    {
        if (refusedAt is { } since && Stopwatch.GetElapsedTime(since) is var length && length > LongestRefusal)
        {
            LongestRefusal = length;
        }
    }
}
