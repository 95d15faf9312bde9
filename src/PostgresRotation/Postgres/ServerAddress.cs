namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A database and the transport to it.</summary>
/// <param name="Host">A DNS name or an IP address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="IpAddress">The one of the host's addresses to connect to; null: any, a writer first.</param>
internal sealed record ServerAddress(string Host, int Port, string Database, TlsPolicy Tls, IPAddress? IpAddress = null)
{
    /// <summary>Host and port, with the IP address that was chosen.</summary>
    public string Server => IpAddress is null || IpAddress.ToString() == Host ? $"{Host}:{Port}" : $"{Host}:{Port} ({IpAddress})";

    /// <summary>Whether a session at the other address is one in the same database, opened at the same network address.</summary>
    public bool IsSameAs(ServerAddress other) =>
        HostNames.Same(Host, other.Host) && Port == other.Port && Database == other.Database && Equals(IpAddress, other.IpAddress);
}
