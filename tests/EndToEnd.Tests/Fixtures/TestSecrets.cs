namespace RotationLambdas.EndToEnd.Tests.Fixtures;

internal static class TestSecrets
{
    /// <summary>A verifier of <c>the-first-password</c>, so that the password does not reach the server's log. Made with Python's hashlib
    /// (RFC 5802, RFC 7677; 4096 iterations).</summary>
    public const string VerifierOfTheFirstPassword = "SCRAM-SHA-256$4096:MDEyMzQ1Njc4OWFiY2RlZg==$"
        + "hpYSbrwQAnJKquxPBlLhxCJjsSRhvE1BZoN+Og4hQ88=:F3SH+oaY0nurWab9kqJDGd0O+oTEh2TTogEH0UvYQ1g=";

    /// <summary>The secret of a user of this database, as many people have it: no engine, and the port as a string.</summary>
    public static TestSecret SecretOf(this IDatabaseServer database, string user, string password) =>
        new(user, password, database.Host, database.Port);
}
