using System.Net;
using System.Net.Sockets;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Resolves a host to the addresses that are tried one by one. Npgsql gets one of them: with several hosts it runs statements of
/// its own.</summary>
internal static class Addresses
{
    /// <summary>The address with each of its host's IP addresses.</summary>
    /// <exception cref="DatabaseUnreachableException">The host is unknown.</exception>
    public static async Task<IReadOnlyList<ServerAddress>> ResolveAsync(ServerAddress address, TimeBudget budget, CancellationToken cancellationToken)
    {
        if (address.IpAddress is not null)
        {
            return [address];
        }

        try
        {
            var found = await Dns.GetHostAddressesAsync(address.Host, cancellationToken).WaitAsync(budget.Remaining, budget.Clock, cancellationToken);
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
