using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Tells what a login failed by: from what Npgsql threw to an error of the closed set.</summary>
internal static class LoginFault
{
    /// <summary>Classifies <paramref name="exception"/>, thrown by <paramref name="attempt"/>.</summary>
    public static Fault Classify(Exception exception, LoginAttempt attempt)
    {
        var server = $"{attempt.Address.Host}:{attempt.Address.Port}";
        return exception switch
        {
            _ when attempt.CertificateCheck is { Problem: { } problem } check => new(new TlsRefusedException(problem, check.Remedy), false),
            PostgresException refused => ServerRefusal.AtLogin(refused, attempt),
            _ when attempt.TimedOut => Unreachable(
                $"The server {server} did not answer within {attempt.Timeout.TotalSeconds:0.#} seconds.",
                "Check the host, and that security groups and routes let this function reach it; then look at the server's load.",
                mayPass: true),
            { InnerException: SocketException socket } => OfSocket(socket),
            { InnerException: AuthenticationException } => new(
                new TlsRefusedException(
                    $"The TLS handshake with {server} failed: {exception.GetBaseException().Message}.",
                    "Let the server offer TLS 1.2 or 1.3 with a suite that this platform has."),
                false),
            NpgsqlException when UnsafeAuthentication.Find(exception.Message) is { } problem => new(
                new AuthenticationUnsafeException(
                    $"The server {server} {problem}.", UnsafeAuthentication.Remedy(attempt)),
                false),
            NpgsqlException when SaysThatItHasNoTls(exception) => new(
                new TlsRefusedException(
                    $"The server {server} says that it has no TLS, and TLS is demanded.",
                    "Turn TLS on at the server (ssl = on); only where that cannot be, set TLS_MODE=prefer or \"ssl\": false."),
                false),
            NpgsqlException { InnerException: IOException } => Unreachable(
                $"The server {server} closed the connection before the login was done.",
                "Look into the server's log, and check that nothing in between ends connections.",
                mayPass: true),
            _ => Unreachable(
                $"The server {server} did not behave as a PostgreSQL server: {exception.Message}.",
                "Check that host and port are those of a PostgreSQL server.",
                mayPass: false),
        };

        Fault Unreachable(string problem, string remedy, bool mayPass) => new(new DatabaseUnreachableException(problem, remedy), mayPass);

        Fault OfSocket(SocketException socket) => socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
            ? Unreachable($"The host name {attempt.Address.Host} is unknown.", "Correct the secret's host, or the name servers of the function's network.", mayPass: false)
            : Unreachable(
                $"The server {server} could not be reached: {socket.Message}.",
                "Check host and port, that the server runs, and that security groups let this function reach it.",
                mayPass: true);
    }

    /// <summary>Whether the server answered <c>N</c> to SSLRequest (PostgreSQL documentation, "SSL Session Encryption").</summary>
    public static bool SaysThatItHasNoTls(Exception exception) =>
        exception is NpgsqlException { InnerException: null } && exception.Message.StartsWith("SSL connection requested.", StringComparison.Ordinal);
}
