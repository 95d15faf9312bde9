namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>Where a database is, and how it is to be talked to.</summary>
/// <param name="Host">A DNS name or an IP address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Tls">What is demanded of the transport.</param>
internal sealed record ServerAddress(string Host, int Port, string Database, TlsPolicy Tls);
