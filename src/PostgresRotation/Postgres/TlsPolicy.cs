namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>What is demanded of the transport to a server.</summary>
/// <param name="CertificateName">The name that the certificate must be for, when it is not the host's (a CNAME); null: the host's.</param>
/// <param name="RootCertificatesFile">A PEM file of roots trusted besides the system's and the RDS bundle of the package; null:
/// none.</param>
internal sealed record TlsPolicy(TlsMode Mode, string? CertificateName = null, string? RootCertificatesFile = null);
