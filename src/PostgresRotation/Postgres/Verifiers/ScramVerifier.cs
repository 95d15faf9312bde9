namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>What PostgreSQL keeps of a password for SCRAM-SHA-256 (RFC 5802, RFC 7677; PostgreSQL documentation, "pg_authid"). Made here,
/// so that the password never goes to the server: a well-formed verifier is stored as it is.</summary>
internal static class ScramVerifier
{
    /// <summary>The number of iterations that servers without the <c>scram_iterations</c> parameter (before PostgreSQL 16) use.</summary>
    public const int DefaultIterations = 4096;

    private const int SaltLength = 16;
    private const int KeyLength = 32;

    /// <summary>Makes a verifier with a salt of its own.</summary>
    /// <param name="password">The password, in clear and not yet prepared.</param>
    /// <param name="iterations">At least 1; the server's <c>scram_iterations</c>.</param>
    public static string Create(string password, int iterations = DefaultIterations) =>
        Create(password, iterations, RandomNumberGenerator.GetBytes(SaltLength));

    /// <summary>Makes the verifier that a given salt leads to.</summary>
    /// <returns><c>SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey</c>, the last three in Base64.</returns>
    public static string Create(string password, int iterations, ReadOnlySpan<byte> salt)
    {
        Span<byte> saltedPassword = stackalloc byte[KeyLength];
        Span<byte> clientKey = stackalloc byte[KeyLength];
        Span<byte> storedKey = stackalloc byte[KeyLength];
        Span<byte> serverKey = stackalloc byte[KeyLength];
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(SaslPrep.Prepare(password)), salt, saltedPassword, iterations, HashAlgorithmName.SHA256);
        HMACSHA256.HashData(saltedPassword, "Client Key"u8, clientKey);
        SHA256.HashData(clientKey, storedKey);
        HMACSHA256.HashData(saltedPassword, "Server Key"u8, serverKey);
        return $"SCRAM-SHA-256${iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(storedKey)}:{Convert.ToBase64String(serverKey)}";
    }
}
