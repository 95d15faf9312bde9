using System.Net.Sockets;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Resolves a host to the addresses that are tried one by one. Npgsql gets one of them: with several hosts it runs statements of
/// its own.</summary>
internal static class Addresses
{
    /// <summary>The address with each of its host's IP addresses.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="resolve">Asks the name servers.</param>
    /// <param name="budget">The time that they have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DatabaseUnreachableException">The host is unknown.</exception>
    public static async Task<IReadOnlyList<ServerAddress>> ResolveAsync(
        ServerAddress address, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeBudget budget,
        CancellationToken cancellationToken)
    {
        if (address.IpAddress is not null)
        {
            return [address];
        }

        try
        {
            var found = await resolve(address.Host, cancellationToken).WaitAsync(budget.Remaining, budget.Clock, cancellationToken);
            if (found.Length > 0)
            {
                return [.. found.Distinct().Select(ip => address with { IpAddress = ip })];
            }
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            // Reported below: the name servers' own words do not help.
        }

        throw new DatabaseUnreachableException(
            $"The host name {address.Host} is unknown.", "Correct the secret's host, or the name servers of the function's network.");
    }
}
