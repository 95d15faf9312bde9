using Npgsql;
using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>What a server's own error means (PostgreSQL documentation, "PostgreSQL Error Codes").</summary>
internal static class ServerRefusal
{
    /// <summary>Classifies an error that came instead of a login.</summary>
    public static Fault AtLogin(PostgresException refusal, LoginAttempt attempt)
    {
        var (user, database, server) = (attempt.User, attempt.Address.Database, $"{attempt.Address.Host}:{attempt.Address.Port}");
        var says = $"{refusal.MessageText} (SQLSTATE {refusal.SqlState})";
        return refusal.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => Final(new LoginRefusedException(
                $"The server {server} refuses the password of {user}: {says}.",
                "If it was changed outside of rotation, put the right one into the secret, or configure a superuser secret.")),
            ['2', '8', ..] => Final(new LoginRefusedException(
                $"The server {server} does not let {user} in: {says}.",
                $"Check that {user} exists, has LOGIN, and that pg_hba.conf lets it in{(attempt.IsEncrypted ? "" : " without TLS")}.")),
            _ when MayPass(refusal) => new(
                new DatabaseUnreachableException(
                    $"The server {server} takes no login of {user} now: {says}.", "Wait until it has started or has connections free; then rotate again."),
                MayPass: true),
            PostgresErrorCodes.InvalidCatalogName => Final(new DatabaseRefusedException(
                $"The server {server} has no database {database}: {says}.", "Correct the secret's dbname.")),
            PostgresErrorCodes.InsufficientPrivilege => Final(new NotPermittedException(
                $"{user} may not connect to the database {database} of {server}: {says}.",
                $"Run: GRANT CONNECT ON DATABASE {Sql.Identifier(database)} TO {Sql.Identifier(user)};")),
            _ => Final(Other($"The server {server} refuses the login of {user}", refusal)),
        };

        static Fault Final(FunctionException error) => new(error, MayPass: false);
    }

    /// <summary>Classifies an error that a command met.</summary>
    /// <param name="refusal">The error.</param>
    /// <param name="doing">What was being done, as the beginning of a sentence: "Setting the password of app".</param>
    /// <param name="user">The session's user.</param>
    public static FunctionException AtCommand(PostgresException refusal, string doing, string user)
    {
        var says = $"{refusal.MessageText} (SQLSTATE {refusal.SqlState})";
        return refusal.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege => new NotPermittedException(
                $"{doing} is not permitted to {user}: {says}.",
                "Give the user what it lacks, or configure a superuser secret whose user may do it (CREATEROLE; from PostgreSQL 16 on, with ADMIN OPTION on the role)."),
            PostgresErrorCodes.UndefinedObject => new RoleUnsuitableException(
                $"{doing} failed: {says}.", "Check the user name in the secret, and create the role if it is missing."),
            PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => new DatabaseRefusedException(
                $"{doing} took too long: {says}.", "Find the session that holds a lock on the role (pg_locks), and end it."),
            _ when MayPass(refusal) || IsConflictThatEndsTheSession(refusal) => new DatabaseUnreachableException(
                $"{doing} was cut off: {says}.", "Wait until the server is back; the rotation is tried again.")
            { ConnectionLost = true },
            _ => Other($"{doing} failed", refusal),
        };
    }

    /// <summary>The error for a server that takes no changes.</summary>
    public static DatabaseRefusedException ReadOnly(string why) => new(
        $"The database is read-only: {why}.", "Use the writer's host name in the secret, and check why the database takes no changes.");

    private static bool MayPass(PostgresException refusal) => refusal.SqlState is
        PostgresErrorCodes.TooManyConnections
        or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or ['0', '8', '0', '0', ..];

    // "tuple concurrently updated": an internal error by its code, after which Npgsql closes the connection.
    private static bool IsConflictThatEndsTheSession(PostgresException refusal) =>
        refusal.SqlState == PostgresErrorCodes.InternalError && refusal.MessageText.Contains("concurrently", StringComparison.Ordinal);

    private static DatabaseRefusedException Other(string what, PostgresException refusal)
    {
        var problem = $"{what}: {refusal.MessageText} (SQLSTATE {refusal.SqlState}).";
        return refusal.SqlState switch
        {
            PostgresErrorCodes.ReadOnlySqlTransaction => new(problem, "Use the writer's host name in the secret, and check why the database takes no changes."),
            PostgresErrorCodes.DiskFull => new(problem, "Give the server disk space; then rotate again."),
            ['5', '3', ..] => new(problem, "Give the server the resources it lacks; then rotate again."),
            _ => new(problem, "Look the SQLSTATE up in PostgreSQL's list of error codes, and into the server's log."),
        };
    }
}
