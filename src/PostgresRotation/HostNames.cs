namespace RotationLambdas.PostgresRotation;

/// <summary>Distinguishes one plain host from everything that a driver may read more into: a list of hosts, a port, a scheme, a socket's
/// path.</summary>
internal static class HostNames
{
    /// <summary>Whether the text is one DNS name, IPv4 or IPv6 address and nothing more.</summary>
    public static bool IsOne(string text) =>
        !text.StartsWith('[') && Uri.CheckHostName(text) is (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6);

    /// <summary>Whether two names are the same host by their spelling: case and a final dot make no difference.</summary>
    public static bool Same(string one, string other) =>
        one.TrimEnd('.').Equals(other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
