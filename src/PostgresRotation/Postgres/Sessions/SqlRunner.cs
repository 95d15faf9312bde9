using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres.Connecting;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Postgres.Sessions;

/// <summary>Runs statements in few round trips, keeps them to their time, and tells what they failed by.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="user">Who it is logged in as, for messages.</param>
/// <param name="budget">The time that all statements share.</param>
internal sealed class SqlRunner(NpgsqlConnection connection, string user, TimeBudget budget)
{
    /// <summary>The longest wait for one answer.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    private const int MostAttempts = 5;

    /// <summary>The last statement's run. It may go on after its caller has given up, until Npgsql's own time-out, which counts whole seconds.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Runs queries in one round trip.</summary>
    /// <param name="doing">What for, as the beginning of a sentence.</param>
    /// <param name="queries">The queries, one result each.</param>
    /// <param name="read">Reads the results.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<T> QueryAsync<T>(
        string doing, IEnumerable<NpgsqlBatchCommand> queries, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        GuardAsync(
            doing,
            async token =>
            {
                await using var batch = NewBatch(queries);
                await using var reader = await batch.ExecuteReaderAsync(token);
                return await read(reader, token);
            },
            cancellationToken);

    /// <summary>Runs statements in one transaction and one round trip: all of them take effect or none.</summary>
    /// <param name="doing">What for, as the beginning of a sentence.</param>
    /// <param name="role">The role that is changed: transactions of this kind about one role wait for each other.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task TransactAsync(string doing, string role, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        // The server gives up a little before the client does, so that it is the server that says what it waited for.
        var milliseconds = (long)(budget.AtMost(AnswerTimeout).TotalMilliseconds * 0.8);
        return GuardAsync(
            doing,
            async token =>
            {
                await using var batch = NewBatch(
                [
                    // A role's own default_transaction_read_only must not keep it from its own password.
                    new("BEGIN READ WRITE"),
                    new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL statement_timeout = {milliseconds}")),
                    new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {milliseconds / 2}")),

                    // A role may have been set to act as another one, which may not change the passwords of the role itself.
                    new("SET LOCAL ROLE NONE"),

                    // Two changes of one role at once would end the later session ("tuple concurrently updated").
                    new(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_catalog.pg_advisory_xact_lock({LockKey(role)})")),
                    .. statements.Select(statement => new NpgsqlBatchCommand(statement)),
                    new("COMMIT"),
                ]);
                await RunOrRollBackAsync(() => batch.ExecuteNonQueryAsync(token), token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Runs an operator's statement in a transaction that is rolled back.</summary>
    public Task TryOutAsync(string statement, CancellationToken cancellationToken) => GuardAsync(
        "Running TEST_QUERY",
        async token =>
        {
            await ExecuteAsync("BEGIN", token);
            await RunOrRollBackAsync(() => ExecuteAsync(statement, token), token);
            await ExecuteAsync("ROLLBACK", token);
            return true;
        },
        cancellationToken);

    /// <summary>Repeats <paramref name="change"/> when another session changed the same roles at the same time.</summary>
    public async Task RetryConflictsAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await change();
                return;
            }
            catch (DatabaseRefusedException e) when (attempt < MostAttempts && IsConflict(e))
            {
                if (!await budget.TryPauseAsync(Backoff.After(attempt), cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    private static bool IsConflict(DatabaseRefusedException e) => e.InnerException is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject
    };

    private static long LockKey(string role) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("RotationLambdas " + role)));

    private NpgsqlBatch NewBatch(IEnumerable<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = TimeoutSeconds };
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private int TimeoutSeconds => Math.Max(1, (int)Math.Ceiling(budget.AtMost(AnswerTimeout).TotalSeconds));

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "TEST_QUERY is the operator's own statement.")]
    private async Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = TimeoutSeconds };
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RunOrRollBackAsync(Func<Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            await run();
        }
        catch (PostgresException) when (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
        {
            await ExecuteAsync("ROLLBACK", cancellationToken);
            throw;
        }
    }

    private async Task<T> GuardAsync<T>(string doing, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        if (budget.IsSpent)
        {
            throw Lost("No time was left for it");
        }

        using var deadline = new CancellationTokenSource(budget.AtMost(AnswerTimeout), budget.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var running = run(either.Token);
        Running = running;
        try
        {
            return await running.WaitAsync(either.Token);
        }
        catch (PostgresException e)
        {
            throw ServerRefusal.AtCommand(e, doing, user);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or NpgsqlException { InnerException: TimeoutException })
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Lost("The server did not answer in time", e);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // Npgsql reports the use of a connection that has broken before as an invalid operation.
            throw Lost("The connection broke", e);
        }

        DatabaseUnreachableException Lost(string why, Exception? inner = null) => new(
            $"{doing} was cut off: {why}.", "Look at the server's load and log; the rotation is tried again.")
        { ConnectionLost = true };
    }
}
