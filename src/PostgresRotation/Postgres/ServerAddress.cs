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

/// <summary>What is demanded of the transport to a server.</summary>
/// <param name="CertificateName">The name that the certificate must be for, when it is not the host's (a CNAME); null: the host's.</param>
/// <param name="RootCertificatesFile">A PEM file of roots trusted besides the system's and the RDS bundle of the package; null:
/// none.</param>
internal sealed record TlsPolicy(TlsMode Mode, string? CertificateName = null, string? RootCertificatesFile = null);

/// <summary>Whether TLS is demanded. Every mode that encrypts verifies the certificate.</summary>
internal enum TlsMode
{
    /// <summary>TLS with a certificate of a known root and of the right name; anything less is refused. libpq's
    /// <c>verify-full</c>.</summary>
    VerifyFull,

    /// <summary>As <see cref="VerifyFull"/>, except that a server that itself answers that it has no TLS (it answers <c>N</c> to
    /// SSLRequest) is talked to in clear, and then only with SCRAM. A TLS that fails is never a reason to go without.</summary>
    Prefer,

    /// <summary>No TLS (<c>"ssl": false</c> in the secret), and therefore only SCRAM.</summary>
    Disabled,
}
