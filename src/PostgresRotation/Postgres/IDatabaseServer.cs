namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>Opens sessions on a database server.</summary>
internal interface IDatabaseServer
{
    /// <summary>Logs in. The host's addresses are tried one by one, a writer first. Transient errors (a dropped connection, a server that
    /// starts, too many connections) are retried for as long as the budget lasts; a server that accepts connections and stays silent costs
    /// at most half of it.</summary>
    /// <exception cref="DatabaseUnreachableException">The server cannot be reached.</exception>
    /// <exception cref="TlsRefusedException">There is no TLS as the policy demands it.</exception>
    /// <exception cref="AuthenticationUnsafeException">The server's way of authenticating is not acceptable.</exception>
    /// <exception cref="LoginRefusedException">The server does not accept the password; another one may work.</exception>
    /// <exception cref="LoginNotAllowedException">The server does not let the user in, with whichever password.</exception>
    /// <exception cref="DatabaseMissingException">The server has no such database.</exception>
    /// <exception cref="DatabaseRefusedException">The server refuses for another reason.</exception>
    Task<IDatabaseSession> LogInAsync(
        ServerAddress address, Credential credential, TimeBudget budget, SessionSettings settings, CancellationToken cancellationToken);
}
