namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>What a password is stored as; the server's <c>password_encryption</c> decides.</summary>
internal enum VerifierKind
{
    /// <summary>A SCRAM-SHA-256 verifier (RFC 5802, RFC 7677).</summary>
    ScramSha256,

    /// <summary>An md5 hash, because the server insists. A thief can log in with it: worth a warning.</summary>
    Md5,
}
