namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>Verifiers that were made elsewhere, so that a test can set a password without writing it into the server's log.</summary>
internal static class ScramVerifier
{
    /// <summary>Of <c>the-first-password</c>, made with Python's hashlib (RFC 5802, RFC 7677; 4096 iterations).</summary>
    public const string OfTheFirstPassword =
        "SCRAM-SHA-256$4096:MDEyMzQ1Njc4OWFiY2RlZg==$hpYSbrwQAnJKquxPBlLhxCJjsSRhvE1BZoN+Og4hQ88=:F3SH+oaY0nurWab9kqJDGd0O+oTEh2TTogEH0UvYQ1g=";
}
