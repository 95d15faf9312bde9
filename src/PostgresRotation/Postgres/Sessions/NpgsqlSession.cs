using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres.Catalog;
using RotationLambdas.PostgresRotation.Postgres.Connecting;
using RotationLambdas.PostgresRotation.Postgres.Roles;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Postgres.Sessions;

/// <summary>A session through Npgsql.</summary>
/// <param name="connection">The connection, already logged in; the session closes it.</param>
/// <param name="login">The attempt that opened it.</param>
/// <param name="budget">The time that all commands share.</param>
internal sealed class NpgsqlSession(OpenConnection connection, LoginAttempt login, TimeBudget budget) : IDatabaseSession
{
    private readonly SqlRunner _sql = new(connection.Connection, login.User, budget);

    /// <inheritdoc/>
    public bool IsEncrypted => login.IsEncrypted;

    /// <inheritdoc/>
    public async Task<VerifierKind> SetPasswordAsync(string role, string password, CancellationToken cancellationToken)
    {
        RoleName.Require(role);
        var doing = $"Setting the password of {role}";
        var server = await _sql.QueryAsync(doing, [ServerFacts.Query], ServerFacts.ReadAsync, cancellationToken);
        server.RequireWritable();
        var (kind, verifier) = MakeVerifier(server, role, password);
        string[] statements = [$"ALTER ROLE {Sql.Identifier(role)} PASSWORD {Sql.Literal(verifier)}"];
        try
        {
            await _sql.RetryConflictsAsync(() => _sql.TransactAsync(doing, role, statements, cancellationToken), cancellationToken);
            return kind;
        }
        catch (NotPermittedException e) when (server.Version >= ServerFacts.AdminOptionVersion && login.User != role)
        {
            throw new NotPermittedException(
                e.Problem, $"Run: GRANT {Sql.Identifier(role)} TO {Sql.Identifier(login.User)} WITH ADMIN OPTION; the user needs CREATEROLE too.");
        }
    }

    /// <inheritdoc/>
    public Task<RoleDescription?> DescribeRoleAsync(string role, CancellationToken cancellationToken)
    {
        RoleName.Require(role);
        return _sql.QueryAsync($"Describing the role {role}", RoleCatalog.Describe(role), RoleCatalog.ReadAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<VerifierKind> AssertAlternateRoleAsync(AlternateRole request, CancellationToken cancellationToken)
    {
        RoleName.Require(request.Original);
        RoleName.Require(request.Alternate);
        var kind = VerifierKind.ScramSha256;

        // Another invocation may do the same at the same time: what is missing is found out anew each time.
        await _sql.RetryConflictsAsync(AssertOnceAsync, cancellationToken);
        return kind;

        async Task AssertOnceAsync()
        {
            var pair = await _sql.QueryAsync(
                $"Describing the roles {request.Original} and {request.Alternate}", PairFacts.Query(request), PairFacts.ReadAsync, cancellationToken);
            pair.Server.RequireWritable();
            (kind, var verifier) = MakeVerifier(pair.Server, request.Next, request.Password);
            var plan = new PairPlan(request, pair, login.User).Statements(verifier);
            await _sql.TransactAsync($"Bringing {request.Alternate} in line with {request.Original}", request.Original, plan, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task VerifyAsync(LoginExpectations expectations, CancellationToken cancellationToken)
    {
        var facts = await _sql.QueryAsync(
            "Testing the session", [SessionFacts.Query(expectations.NoMorePowerfulThan)], SessionFacts.ReadAsync, cancellationToken);
        facts.Require(expectations);
        if (!string.IsNullOrWhiteSpace(expectations.TestQuery))
        {
            try
            {
                await _sql.TryOutAsync(expectations.TestQuery, cancellationToken);
            }
            catch (FunctionException e) when (e is not DatabaseUnreachableException)
            {
                throw new CredentialUnusableException(
                    $"TEST_QUERY fails for {expectations.User}: {e.Problem}", "Grant the user what the query needs, or correct TEST_QUERY.");
            }
        }
    }

    /// <inheritdoc/>
    public Task<string> SystemIdentifierAsync(CancellationToken cancellationToken) => _sql.QueryAsync(
        "Reading the system identifier",
        [new("SELECT system_identifier::pg_catalog.text FROM pg_catalog.pg_control_system()")],
        async (reader, token) => await reader.ReadAsync(token) ? reader.GetString(0) : "",
        cancellationToken);

    /// <inheritdoc/>
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

    private (VerifierKind Kind, string Verifier) MakeVerifier(ServerFacts server, string role, string password) =>
        // What is stored as md5 cannot log in without TLS here, whereas a SCRAM verifier works on every server, whatever it would have made itself.
        server.PrefersMd5 && IsEncrypted
            ? (VerifierKind.Md5, Md5Verifier.Create(password, role))
            : (VerifierKind.ScramSha256, ScramVerifier.Create(password, server.ScramIterations));
}
