using Npgsql;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>A client that reads the secret and logs in anew for every query, with a short pause between two.</summary>
internal sealed class ReconnectingClient(RotationFixture fixture, string secret)
{
    // Several logins in each step of a rotation, and yet time for other tests.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly List<string> _refused = [];
    private volatile Task _underWay = Task.CompletedTask;

    /// <summary>How many logins were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>The logins that were refused, in PostgreSQL's words.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Ends when the query that is under way has ended. A password is promised to work until the rotation after the next begins,
    /// which is hours later in practice; a test that rotates without a pause has to leave a slow login that much.</summary>
    public Task QueryUnderWayAsync() => _underWay;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _underWay = ended.Task;
            try
            {
                await QueryAsync();
            }
            finally
            {
                ended.SetResult();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task QueryAsync()
    {
        var current = await fixture.ValueAsync(secret);
        try
        {
            await Sql.ScalarAsync(fixture.Database.ConnectionString(current.User, current.Password), "SELECT 1");
            Accepted++;
        }
        catch (PostgresException refusal)
        {
            _refused.Add($"login {Accepted + _refused.Count + 1} as {current.User}: {refusal.MessageText}");
        }
    }
}
