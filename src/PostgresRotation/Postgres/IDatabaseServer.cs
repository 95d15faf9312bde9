using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>Opens sessions on a database server.</summary>
internal interface IDatabaseServer
{
    /// <summary>
    /// Logs in: one TCP connection, one TLS handshake. Faults that may pass (a dropped connection, a server that starts, too many connections) are
    /// retried with a growing, jittered pause for at most eight seconds and never beyond the budget; a server that accepts and says nothing
    /// has cost less than ten seconds when this throws.
    /// </summary>
    /// <exception cref="DatabaseUnreachableException">The server cannot be talked to.</exception>
    /// <exception cref="TlsRefusedException">There is no TLS as the policy demands it.</exception>
    /// <exception cref="AuthenticationUnsafeException">The server's way of authenticating is not acceptable.</exception>
    /// <exception cref="LoginRefusedException">The server does not accept the credential.</exception>
    /// <exception cref="DatabaseRefusedException">The server refuses for another reason, for example because there is no such database.</exception>
    Task<IDatabaseSession> LogInAsync(ServerAddress address, Credential credential, TimeBudget budget, CancellationToken cancellationToken);
}
