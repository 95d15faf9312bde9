namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Verifies that a session at the application's address is one of the superuser's own server, so that a copy of the database
/// (staging from a snapshot of production) is not taken for it. Names are used once: a name from the startup message could be planted with
/// ALTER DATABASE … SET application_name.</summary>
internal static class SameServer
{
    private const int MarkBytes = 16;

    /// <summary>Marks the session twice and requires that the superuser finds both marks on the same process.</summary>
    /// <param name="application">The session at the application's address.</param>
    /// <param name="superuser">The superuser's transaction.</param>
    /// <param name="role">The OID of the session's role.</param>
    /// <exception cref="SecretMismatchException">The superuser does not find the session.</exception>
    /// <exception cref="DatabaseUnreachableException">The session has ended meanwhile, so that nobody could find it.</exception>
    public static async Task RequireAsync(
        IDatabaseSession application, IRoleTransaction superuser, uint role, CancellationToken cancellationToken)
    {
        var first = await FindAsync();
        if (first is null || await FindAsync() != first)
        {
            // A server also ends sessions, as by the role's transaction_timeout. One that is still there takes another mark.
            await FindAsync();
            throw new SecretMismatchException(
                $"The server at {application.Address.Server} is not the superuser's server: the superuser does not find the application's "
                    + $"session in pg_stat_activity.",
                "Correct the host in the one that is wrong, or name the right superuser's secret. If the host is a reader of the "
                    + "superuser's server, list the secret in readerHosts of TRUST_SETTINGS.");
        }

        async Task<int?> FindAsync()
        {
            var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));
            await application.MarkAsync(mark, cancellationToken);
            return await superuser.FindMarkAsync(mark, role, cancellationToken);
        }
    }
}
