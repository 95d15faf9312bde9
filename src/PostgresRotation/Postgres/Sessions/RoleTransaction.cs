using RotationLambdas.PostgresRotation.Postgres.Roles;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;

namespace RotationLambdas.PostgresRotation.Postgres.Sessions;

/// <summary>A transaction with fixed settings that changes roles.</summary>
/// <param name="login">The attempt that opened the session.</param>
internal sealed class RoleTransaction(SqlRunner sql, LoginAttempt login) : IRoleTransaction
{
    private ServerFacts? _server;
    private bool _isOpen;

    public bool HidesStatements => _server!.HidesStatements;

    /// <summary>Begins it, makes the settings that depend on version and rights, and reads the server.</summary>
    /// <exception cref="DatabaseRefusedException">The server is read-only, or the session runs as another user.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _isOpen = true;
        _server = await sql.RunAsync(
            "Beginning a transaction",
            [
                .. sql.Begin(), ServerFacts.Query(sql.Version), new("SET LOCAL password_encryption = 'scram-sha-256'"),

                // They print statements, with the hash from PostgreSQL 16 on, and every user may set them.
                new("SET LOCAL debug_print_parse = off"), new("SET LOCAL debug_print_rewritten = off"),
            ],
            ServerFacts.ReadAsync,
            cancellationToken);
        _server.Require(login.User);
    }

    public Task<PairFacts> DescribeAsync(string original, string? alternate, CancellationToken cancellationToken)
    {
        RoleName.Require(original);
        RoleName.Require(alternate ?? original);
        return sql.RunAsync(
            $"Reading the role {original}",
            RoleCatalog.Pair(original, alternate),
            (reader, token) => RoleCatalog.ReadPairAsync(reader, original, alternate, token),
            cancellationToken);
    }

    public Task<int?> FindMarkAsync(string name, uint role, CancellationToken cancellationToken) => sql.RunAsync(
        // Without pg_read_all_stats, backend_type is null for the sessions of others.
        "Finding the application's session",
        [
            new("SELECT pg_catalog.pg_stat_clear_snapshot()"),
            new(
                """
                SELECT pid FROM pg_catalog.pg_stat_activity
                WHERE application_name::pg_catalog.text = $1 AND usesysid::pg_catalog.int8 = $2
                    AND COALESCE(backend_type::pg_catalog.text, 'client backend'::pg_catalog.text) = 'client backend'::pg_catalog.text
                """)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = name }, new NpgsqlParameter<long> { TypedValue = role } },
            },
        ],
        async (reader, token) =>
        {
            await reader.NextResultAsync(token);
            int? pid = await reader.ReadAsync(token) ? reader.GetInt32(0) : null;
            return await reader.ReadAsync(token) ? null : pid;
        },
        cancellationToken);

    public async Task<IReadOnlyList<RoleChange>> ChangeAsync(
        string doing, IReadOnlyList<RoleChange> changes, CancellationToken cancellationToken)
    {
        List<RoleChange> leftOut = [];
        foreach (var change in changes)
        {
            if (!change.IsOptional)
            {
                await sql.ExecuteAsync(doing, [new(change.Statement)], cancellationToken);
                continue;
            }

            try
            {
                await sql.RunRawAsync(
                    doing, [new("SAVEPOINT optional"), new(change.Statement), new("RELEASE optional")], (_, _) =>
                        Task.FromResult(true), cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                await sql.ExecuteAsync(doing, [new("ROLLBACK TO optional")], cancellationToken);
                leftOut.Add(change);
            }
            catch (PostgresException e)
            {
                throw ServerRefusal.AtCommand(e, doing, login.User);
            }
        }

        return leftOut;
    }

    public async Task<VerifierKind> SetPasswordAsync(string role, NewPassword password, bool usesMd5, CancellationToken cancellationToken)
    {
        RoleName.Require(role);
        var doing = $"Setting the password of {role}";

        // An md5 hash where SCRAM works would be a step back that cannot be undone; without TLS it could not log in.
        var kind = usesMd5 && login.IsEncrypted && _server!.PrefersMd5 ? VerifierKind.Md5 : VerifierKind.ScramSha256;
        var stored = password.InPlainText ? PlainText(password, role)
            : kind == VerifierKind.Md5 ? Md5Verifier.Create(password.Value, role)
            : ScramVerifier.Create(password.Value, _server!.ScramIterations);
        try
        {
            await sql.RunRawAsync(
                doing, [new($"ALTER ROLE {Sql.Identifier(role)} PASSWORD {Sql.Literal(stored)}")], (_, _) =>
                    Task.FromResult(true), cancellationToken);
            return kind;
        }
        catch (PostgresException e) when (!password.InPlainText && ServerRefusal.DemandsPlainPassword(e))
        {
            throw new PlainPasswordDemandedException(
                $"The server refuses a hashed password for {role}: {e.MessageText} (SQLSTATE {e.SqlState}).",
                "A module of the server (credcheck, passwordcheck or a hook like them) checks passwords. Exempt the role there, or list "
                    + "the secret in plainTextPasswords of TRUST_SETTINGS, which sends the password itself over verified TLS.");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege
            && _server!.Version >= PairFacts.AdminOptionVersion && role != login.User)
        {
            throw new NotPermittedException(
                ServerRefusal.AtCommand(e, doing, login.User).Problem,
                $"Run: GRANT {Sql.Identifier(role)} TO {Sql.Identifier(login.User)} WITH ADMIN OPTION; the user needs CREATEROLE too.");
        }
        catch (PostgresException e)
        {
            throw ServerRefusal.AtCommand(e, doing, login.User);
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync("Committing the change", [new("COMMIT")], cancellationToken);
        _isOpen = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOpen && sql.IsUsable)
        {
            try
            {
                await sql.ExecuteAsync("Rolling back", [new("ROLLBACK")], CancellationToken.None);
            }
            catch (FunctionException)
            {
                // The session is closed next, which rolls back too; the error that led here is the one to report.
            }
        }
    }

    private string PlainText(NewPassword password, string role)
    {
        if (login.CertificateCheck is null)
        {
            throw new TlsRefusedException(
                $"The password of {role} would go to {login.Address.Server} in plain text without TLS.",
                "Turn TLS on for this secret; plainTextPasswords requires it.");
        }

        return HidesStatements ? password.Value : throw new NotPermittedException(
            $"The password of {role} would go to {login.Address.Server} in plain text, and {login.User} cannot keep it out of the "
                + $"server's log.",
            "Configure a superuser secret whose user may set log_statement, log_min_duration_statement and log_min_error_statement "
                + "(SUPERUSER, or GRANT SET ON PARAMETER).");
    }
}
