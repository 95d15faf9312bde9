namespace RotationLambdas.PostgresRotation.Postgres;

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
