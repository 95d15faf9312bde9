using System.Diagnostics.CodeAnalysis;

namespace RotationLambdas.PostgresRotation.Postgres.Sessions;

/// <summary>Runs batches of statements, ends them in time, and classifies their errors.</summary>
/// <param name="login">The attempt that opened the session.</param>
/// <param name="budget">The time that all statements share.</param>
internal sealed class SqlRunner(NpgsqlConnection connection, LoginAttempt login, TimeBudget budget)
{
    /// <summary>The longest wait for one answer.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The last batch's run. It may go on after its caller has given up, until Npgsql's own time-out, which counts whole
    /// seconds.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the connection can take another statement.</summary>
    public bool IsUsable => Running.IsCompleted && connection.FullState.HasFlag(System.Data.ConnectionState.Open);

    /// <summary>The server's major version, as it reported it at login.</summary>
    public int Version => connection.PostgreSqlVersion.Major;

    /// <summary>The statements that begin a transaction in which the built-in objects cannot be shadowed and no setting of the role or the
    /// database counts. They repeat the startup options: a pooler may refuse those, or run this transaction in another session.</summary>
    public IEnumerable<NpgsqlBatchCommand> Begin()
    {
        // The server gives up a little before the client does, so that it is the server that names the cause.
        var milliseconds = (long)(budget.AtMost(AnswerTimeout).TotalMilliseconds * 0.8);
        return
        [
            new("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"),
            new("SET LOCAL search_path = pg_catalog, pg_temp"),
            new("SET LOCAL ROLE NONE"),
            new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL statement_timeout = {milliseconds}")),
            new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {milliseconds / 2}")),
            new(string.Create(
                CultureInfo.InvariantCulture,
                $"SET LOCAL idle_in_transaction_session_timeout = {(long)budget.Remaining.TotalMilliseconds + 1000}")),
            new("SET LOCAL standard_conforming_strings = on"),
            new("SET LOCAL transform_null_equals = off"),
            new("SET LOCAL DateStyle = ISO"),
            new("SET LOCAL exit_on_error = off"),
        ];
    }

    /// <summary>Runs queries of ours in a transaction of their own and one round trip.</summary>
    /// <param name="doing">Their purpose, as the beginning of a sentence.</param>
    public Task<T> QueryAsync<T>(
        string doing, IEnumerable<NpgsqlBatchCommand> queries, Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) =>
        RunAsync(doing, [.. Begin(), .. queries, new("COMMIT")], read, cancellationToken);

    /// <summary>Runs statements in one round trip.</summary>
    public Task ExecuteAsync(string doing, IEnumerable<NpgsqlBatchCommand> statements, CancellationToken cancellationToken) =>
        RunAsync(doing, statements, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Runs statements in one round trip and reads their results.</summary>
    /// <exception cref="FunctionException">The server refuses one of them, or the connection breaks.</exception>
    public async Task<T> RunAsync<T>(
        string doing,
        IEnumerable<NpgsqlBatchCommand> statements,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        try
        {
            return await RunRawAsync(doing, statements, read, cancellationToken);
        }
        catch (PostgresException e)
        {
            throw ServerRefusal.AtCommand(e, doing, login.User);
        }
    }

    /// <summary>As <see cref="RunAsync"/>, for callers that decide by the server's own error.</summary>
    /// <exception cref="PostgresException">The server refuses one of them. A transaction that was open needs a ROLLBACK.</exception>
    public async Task<T> RunRawAsync<T>(
        string doing,
        IEnumerable<NpgsqlBatchCommand> statements,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        var limit = budget.AtMost(AnswerTimeout);
        return await GuardAsync(doing, limit, token => ReadAllAsync(statements, read, limit, token), cancellationToken);
    }

    /// <summary>Runs the operator's TEST_QUERY, in which several statements may stand, for at most half of the time that is left.</summary>
    /// <exception cref="FunctionException">The server refuses it, or the connection breaks.</exception>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "TEST_QUERY is the operator's own statement.")]
    public async Task TestAsync(string testQuery, CancellationToken cancellationToken)
    {
        const string Doing = "Running TEST_QUERY";
        var limit = budget.Remaining / 2;
        try
        {
            await using var command = new NpgsqlCommand(testQuery, connection) { CommandTimeout = WholeSeconds(limit) };
            await GuardAsync(Doing, limit, command.ExecuteNonQueryAsync, cancellationToken);
        }
        catch (PostgresException e)
        {
            throw ServerRefusal.AtCommand(e, Doing, login.User);
        }
    }

    private static int WholeSeconds(TimeSpan limit) => Math.Max(1, (int)Math.Ceiling(limit.TotalSeconds));

    private async Task<T> GuardAsync<T>(
        string doing, TimeSpan limit, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        if (budget.IsSpent)
        {
            throw Lost("No time was left for it");
        }

        using var deadline = new CancellationTokenSource(limit, budget.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var running = run(either.Token);
        Running = running;
        try
        {
            return await running.WaitAsync(either.Token);
        }
        catch (PostgresException e)
        {
            if (SessionLimits.IsNew(e.SqlState, login))
            {
                throw Lost(e.MessageText);
            }

            throw;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException or NpgsqlException { InnerException: TimeoutException })
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Lost("The server did not answer in time");
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            throw Lost("The connection broke");
        }
        catch (InvalidOperationException) when (!connection.FullState.HasFlag(System.Data.ConnectionState.Open))
        {
            // Npgsql reports the use of a connection that has broken before as an invalid operation.
            throw Lost("The connection broke");
        }
        catch (Exception e) when (e is not FunctionException)
        {
            // Columns of other types or in other numbers than asked for: not a PostgreSQL server, or one that lies.
            throw new DatabaseRefusedException(
                $"{doing} failed: the server's answer has another form than PostgreSQL's ({e.GetType().Name}).",
                "Check that host and port are those of a PostgreSQL server.");
        }

        DatabaseUnreachableException Lost(string why) => new(
            $"{doing} was cut off: {why}.", "Check the server's load and log; the rotation is retried.")
        { ConnectionLost = true };
    }

    private async Task<T> ReadAllAsync<T>(
        IEnumerable<NpgsqlBatchCommand> statements, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, TimeSpan limit,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = WholeSeconds(limit) };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var result = await read(reader, cancellationToken);

        // Errors of the statements that follow the last result come only now.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }

        return result;
    }
}
