using System.Net.Sockets;
using System.Security.Authentication;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Classifies the cause of a failed login by the types of exceptions and by SQLSTATE.</summary>
internal static class LoginFault
{
    public static Fault Classify(Exception exception, LoginAttempt attempt)
    {
        var server = attempt.Address.Server;
        return exception switch
        {
            _ when attempt.CertificateCheck is { Problem: { } problem } check => new(new TlsRefusedException(problem, check.Remedy), false),
            PostgresException refused => ServerRefusal.AtLogin(refused, attempt) with { IsAnswer = true },
            _ when attempt.TimedOut => Unreachable(
                $"The server {server} did not answer within {attempt.Timeout.TotalSeconds:0.#} seconds.",
                "Check the host, and that security groups and routes let this function reach it; then check the server's load.",
                isTransient: true),
            { InnerException: SocketException socket } => Unreachable(
                $"The server {server} could not be reached: {socket.Message}.",
                "Check host and port, that the server runs, and that security groups let this function reach it.",
                isTransient: true),
            { InnerException: AuthenticationException } => new(
                new TlsRefusedException(
                    $"The TLS handshake with {server} failed: {exception.GetBaseException().Message}.",
                    "Let the server offer TLS 1.2 or 1.3 with a cipher suite that this platform has."),
                false),
            _ when LacksTls(exception, attempt) => new(
                new TlsRefusedException(
                    $"The server {server} has no TLS, which is demanded, or is not a PostgreSQL server.",
                    "Turn TLS on at the server (ssl = on). Only where that is impossible, allow plaintext: plaintextTransport in "
                        + "TRUST_SETTINGS, or TLS_MODE=prefer."),
                false),
            _ when UnsafeAuthentication.IsIn(exception) => new(
                new AuthenticationUnsafeException(UnsafeAuthentication.Problem(exception, attempt), UnsafeAuthentication.Remedy(attempt)),
                false),
            NpgsqlException { InnerException: IOException } => Unreachable(
                $"The server {server} closed the connection before the login was complete.",
                "Read the server's log, and check that nothing in between ends connections.",
                isTransient: true),
            _ => Unreachable(
                $"The server {server} did not behave as a PostgreSQL server: {exception.Message}.",
                "Check that host and port are those of a PostgreSQL server.",
                isTransient: false),
        };

        static Fault Unreachable(string problem, string remedy, bool isTransient) =>
            new(new DatabaseUnreachableException(problem, remedy), isTransient);
    }

    /// <summary>Whether the server refused TLS before the handshake (PostgreSQL documentation, "SSL Session Encryption").</summary>
    public static bool LacksTls(Exception exception, LoginAttempt attempt) =>
        attempt.CertificateCheck is { IsInCharge: false } && exception is NpgsqlException { InnerException: null } and not PostgresException
            && !attempt.TimedOut;

    /// <summary>Another way to log in that the server's answer suggests; null: none.</summary>
    public static LoginVariant? Alternative(Exception exception, LoginAttempt attempt)
    {
        var variant = attempt.Variant;
        return exception switch
        {
            PostgresException refusal when variant.HasOptions && ServerRefusal.RefusesOptions(refusal) =>
                variant with { HasOptions = false },
            PostgresException refusal when SessionLimits.IsNew(refusal.SqlState, attempt)
                || SessionLimits.AreUnknown(refusal.SqlState, attempt) => variant,
            _ when attempt.Address.Tls.Mode == TlsMode.Prefer && LacksTls(exception, attempt) => variant with { IsEncrypted = false },
            _ when attempt is { IsEncrypted: true, TimedOut: false, CertificateCheck: { Problem: null, IsInCharge: true } }
                && !variant.UsesMd5 && UnsafeAuthentication.IsIn(exception) => variant with { UsesMd5 = true },
            _ => null,
        };
    }
}

/// <summary>The cause of a failed login.</summary>
/// <param name="IsTransient">Whether a retry soon may help.</param>
/// <param name="IsAnswer">Whether the server itself gave this reason.</param>
internal sealed record Fault(FunctionException Error, bool IsTransient, bool IsAnswer = false);
