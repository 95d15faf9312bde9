namespace RotationLambdas.PostgresRotation.Passwords;

/// <summary>How PostgreSQL classifies a password's text.</summary>
internal static class PasswordShape
{
    private const int Md5HashLength = 35;

    /// <summary>
    /// Whether PostgreSQL would take <paramref name="password"/> for the hash of another one and store it as it is (PostgreSQL
    /// documentation, "CREATE ROLE"): nobody could log in with it. Everything that begins like a SCRAM verifier counts, well-formed or not.
    /// </summary>
    public static bool LooksLikeHash(string password) =>
        password.StartsWith("SCRAM-SHA-256$", StringComparison.Ordinal)
        || (password.Length == Md5HashLength
            && password.StartsWith("md5", StringComparison.Ordinal)
            && password.Skip(3).All(char.IsAsciiHexDigit));
}
