namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>How to log in; a server's answer may make another variant necessary.</summary>
/// <param name="IsEncrypted">Whether TLS is demanded.</param>
/// <param name="HasOptions">Whether the startup message has our options, which poolers refuse.</param>
/// <param name="UsesMd5">Whether to answer with an md5 hash instead of SCRAM: only over TLS, and only where SCRAM was not asked
/// for.</param>
internal sealed record LoginVariant(bool IsEncrypted, bool HasOptions, bool UsesMd5);
