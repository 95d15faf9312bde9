namespace RotationLambdas.PostgresRotation.Postgres.Verifiers;

/// <summary>What PostgreSQL keeps of a password when <c>password_encryption</c> is <c>md5</c> (PostgreSQL documentation, "pg_authid").
/// Weak, and only for servers that insist.</summary>
internal static class Md5Verifier
{
    /// <summary>Makes the hash: <c>md5</c> and the hash of password and role name, in lower-case hexadecimal.</summary>
    /// <param name="password">The password, in clear. SASLprep has no part in it.</param>
    /// <param name="role">The role's name, which is the salt: a renamed role loses its password.</param>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The server's format; a server that can do better gets better.")]
    public static string Create(string password, string role) =>
        "md5" + Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + role)));
}
