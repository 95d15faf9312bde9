namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Classifies a server's own errors (PostgreSQL documentation, "PostgreSQL Error Codes"). Their text is only shown, bounded and
/// printable.</summary>
internal static class ServerRefusal
{
    private const string ProtocolViolation = PostgresErrorCodes.ProtocolViolation;

    /// <summary>Classifies an error that came instead of a login.</summary>
    public static Fault AtLogin(PostgresException refusal, LoginAttempt attempt)
    {
        var (user, database, server) = (OutsideText.Of(attempt.User), OutsideText.Of(attempt.Address.Database), attempt.Address.Server);
        var answer = AnswerOf(refusal);
        return refusal.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => Final(new LoginRefusedException(
                $"The server {server} refuses the password of {user}: {answer}.",
                $"The same answer comes when VALID UNTIL of {user} has passed (pg_roles.rolvaliduntil). If the password was changed "
                    + $"outside of rotation, put the right one into the secret, or let the operator list the role as recoverable in "
                    + $"TRUST_SETTINGS.")),
            ProtocolViolation when IsPoolersRefusal(refusal) => Final(new LoginRefusedException(
                $"A pooler with a password list of its own answers at {server}, and it refuses {user}: {answer}.",
                "Give the pooler the new password before the application, or let it ask the database (auth_query); the secret's host for "
                    + "rotation should be the database itself.")),
            ['2', '8', ..] => Final(new LoginNotAllowedException(
                $"The server {server} does not let {user} in with any password: {answer}.",
                $"Check that {user} has LOGIN, and that pg_hba.conf lets it in from this function's "
                    + $"addresses{(attempt.IsEncrypted ? "" : " without TLS")}.")),
            PostgresErrorCodes.TooManyConnections => new(
                new DatabaseUnreachableException(
                    $"The server {server} has no connection free for {user}: {answer}.",
                    $"If the message is about the role, raise CONNECTION LIMIT of {user} (0 locks it); about the database, raise the "
                        + $"database's; otherwise end idle sessions or raise max_connections. Then rotate."),
                IsTransient: true),
            _ when IsTransient(refusal) => new(
                new DatabaseUnreachableException(
                    $"The server {server} takes no login of {user} now: {answer}.", "Wait until it has started; then rotate."),
                IsTransient: true),
            PostgresErrorCodes.InvalidCatalogName => Final(new DatabaseMissingException(
                $"The server {server} has no database {database}: {answer}.", "Correct the secret's dbname.")),
            PostgresErrorCodes.InsufficientPrivilege => Final(new NotPermittedException(
                $"{user} may not connect to the database {database} of {server}: {answer}.",
                $"Run: GRANT CONNECT ON DATABASE {Sql.Identifier(attempt.Address.Database)} TO {Sql.Identifier(attempt.User)};")),
            _ => Final(Other($"The server {server} refuses the login of {user}", refusal)),
        };

        static Fault Final(FunctionException error) => new(error, IsTransient: false);
    }

    /// <summary>Whether a pooler refused the startup parameter <c>options</c>: pgbouncer with 08P01, RDS Proxy with 0A000.</summary>
    public static bool RefusesOptions(PostgresException refusal) => refusal.SqlState == PostgresErrorCodes.FeatureNotSupported
        || (refusal.SqlState == ProtocolViolation && refusal.MessageText.Contains("startup parameter", StringComparison.OrdinalIgnoreCase));

    /// <summary>Classifies an error that a command met.</summary>
    /// <param name="doing">What was being done, as the beginning of a sentence: "Setting the password of app".</param>
    /// <param name="user">The session's user.</param>
    public static FunctionException AtCommand(PostgresException refusal, string doing, string user)
    {
        var answer = AnswerOf(refusal);
        return refusal.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege => new NotPermittedException(
                $"{doing} is not permitted to {user}: {answer}.",
                "Give the user what it lacks, or configure a superuser secret whose user may do it (CREATEROLE; from PostgreSQL 16 on, "
                    + "with ADMIN OPTION on the role)."),
            PostgresErrorCodes.UndefinedObject => new RoleUnsuitableException(
                $"{doing} failed: {answer}.", "Check the user name in the secret, and create the role if it is missing."),
            PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => new DatabaseRefusedException(
                $"{doing} took too long: {answer}.", "Find the session that holds a lock on the role (pg_locks), and end it."),
            _ when IsTransient(refusal) => new DatabaseUnreachableException(
                $"{doing} was cut off: {answer}.", "Wait until the server is back; the rotation is retried.")
            { ConnectionLost = true },
            _ when IsConflict(refusal) => new DatabaseUnreachableException(
                $"{doing} met another session that changed the same role: {answer}.",
                "The change is retried; end the other session if this happens repeatedly.")
            { ConnectionLost = true },
            _ => Other($"{doing} failed", refusal),
        };
    }

    /// <summary>Whether a server that checks passwords wants to see the password itself (credcheck, passwordcheck and hooks like
    /// them).</summary>
    public static bool DemandsPlainPassword(PostgresException refusal) =>
        refusal.MessageText.Contains("plain text", StringComparison.OrdinalIgnoreCase)
        || refusal.MessageText.Contains("plaintext", StringComparison.OrdinalIgnoreCase)
        || refusal.MessageText.Contains("hashed", StringComparison.OrdinalIgnoreCase)
        || refusal.MessageText.Contains("encrypted password", StringComparison.OrdinalIgnoreCase);

    /// <summary>The error for a server that takes no changes.</summary>
    public static DatabaseRefusedException ReadOnly(bool isStandby) => new(
        $"The database is read-only: "
            + $"{(isStandby ? "it is a standby (pg_is_in_recovery)" : "default_transaction_read_only is on for all users")}.",
        "Use the writer's host name in the secret, and check why the database takes no changes.");

    private static string AnswerOf(PostgresException refusal) =>
        $"{OutsideText.Of(refusal.MessageText)} (SQLSTATE {OutsideText.Of(refusal.SqlState)})";

    /// <summary>pgbouncer and its relatives, which answer every refusal with 08P01.</summary>
    private static bool IsPoolersRefusal(PostgresException refusal) =>
        refusal.MessageText.Contains("authentication failed", StringComparison.OrdinalIgnoreCase)
        || refusal.MessageText.Contains("no such user", StringComparison.OrdinalIgnoreCase);

    private static bool IsTransient(PostgresException refusal) => refusal.SqlState is
        PostgresErrorCodes.TooManyConnections
        or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or ['0', '8', '0', '0', ..];

    /// <summary>"tuple concurrently updated" is an internal error by its code, after which Npgsql closes the connection.</summary>
    private static bool IsConflict(PostgresException refusal) => refusal.SqlState is
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject
        || (refusal.SqlState == PostgresErrorCodes.InternalError && refusal.MessageText.Contains("concurrently", StringComparison.Ordinal));

    private static DatabaseRefusedException Other(string what, PostgresException refusal)
    {
        var problem = $"{what}: {AnswerOf(refusal)}.";
        return refusal.SqlState switch
        {
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                new(problem, "Use the writer's host name in the secret, and check why the database takes no changes."),
            PostgresErrorCodes.DiskFull => new(problem, "Give the server disk space; then rotate."),
            ['5', '3', ..] => new(problem, "Give the server the resources it lacks; then rotate."),
            _ => new(problem, "Find the SQLSTATE in PostgreSQL's list of error codes, and read the server's log."),
        };
    }
}
