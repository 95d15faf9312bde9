namespace RotationLambdas.PostgresRotation.Postgres.Sessions;

/// <summary>A session through Npgsql.</summary>
/// <param name="connection">The connection, already logged in; the session closes it.</param>
/// <param name="login">The attempt that opened it.</param>
/// <param name="budget">The time that all commands share.</param>
internal sealed class NpgsqlSession(OpenConnection connection, LoginAttempt login, TimeBudget budget) : IDatabaseSession
{
    private readonly SqlRunner _sql = new(connection.Connection, login, budget);
    private bool _isMarked;

    public bool IsEncrypted => login.IsEncrypted;

    public bool UsedMd5 => login.Variant.UsesMd5;

    public ServerAddress Address => login.Address;

    public Task<bool> IsStandbyAsync(CancellationToken cancellationToken) => _sql.QueryAsync(
        "Testing for a standby",
        [new("SELECT pg_catalog.pg_is_in_recovery()")],
        async (reader, token) => await reader.ReadAsync(token) && reader.GetBoolean(0),
        cancellationToken);

    public async Task<bool> IsPooledAsync(CancellationToken cancellationToken) => !login.Variant.HasOptions || await _sql.QueryAsync(
        "Testing for a pooler",
        [new($"SELECT pg_catalog.current_setting('{StartupOptions.Mark}', true) IS NULL")],
        async (reader, token) => await reader.ReadAsync(token) && reader.GetBoolean(0),
        cancellationToken);

    public async Task<VerifierKind> SetPasswordAsync(NewPassword password, CancellationToken cancellationToken)
    {
        await using var transaction = new RoleTransaction(_sql, login);
        await transaction.BeginAsync(cancellationToken);
        var kind = await transaction.SetPasswordAsync(login.User, password, UsedMd5, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return kind;
    }

    public async Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken)
    {
        var facts = await _sql.QueryAsync(
            "Testing the session", [SessionFacts.Query(expectations.ActsAs)], SessionFacts.ReadAsync, cancellationToken);
        facts.Require(expectations);
    }

    public async Task TryOutAsync(string testQuery, bool readOnly, CancellationToken cancellationToken)
    {
        try
        {
            await _sql.ExecuteAsync(
                "Beginning a transaction for TEST_QUERY", [new(readOnly ? "BEGIN READ ONLY" : "BEGIN")], cancellationToken);
            await _sql.TestAsync(testQuery, cancellationToken);
            await _sql.ExecuteAsync("Ending TEST_QUERY", [new("ROLLBACK")], cancellationToken);
        }
        catch (FunctionException e) when (e is not DatabaseUnreachableException)
        {
            throw new CredentialUnusableException(
                $"TEST_QUERY fails for {login.User}: {e.Problem}", "Grant the user what the query needs, or correct TEST_QUERY.");
        }
    }

    public async Task MarkAsync(string name, CancellationToken cancellationToken)
    {
        NpgsqlBatchCommand mark = new("SELECT pg_catalog.set_config('application_name', $1, true)")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
        };
        await _sql.ExecuteAsync("Marking the session", _isMarked ? [mark] : [.. _sql.Begin(), mark], cancellationToken);
        _isMarked = true;
    }

    public async Task<IRoleTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = new RoleTransaction(_sql, login);
        try
        {
            await transaction.BeginAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        // Npgsql cannot close a connection under a statement that still waits for its answer; nobody else should wait for it.
        var closing = CloseAsync();
        return _sql.Running.IsCompleted ? new(closing) : ValueTask.CompletedTask;
    }

    private async Task CloseAsync()
    {
        await _sql.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
    }
}
