using System.IO.Enumeration;

namespace RotationLambdas.Sandbox.Iam;

/// <summary>IAM's wildcards: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern; letter case matters.</summary>
    public static bool Matches(string pattern, string text) => Matches(pattern, text, ignoreCase: false);

    public static bool MatchesIgnoringCase(string pattern, string text) => Matches(pattern, text, ignoreCase: true);

    /// <summary>Compares the six parts of an ARN one by one, as ARN conditions do.</summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        var wanted = pattern.Split(':', 6);
        var given = arn.Split(':', 6);
        return wanted.Length == 6 && given.Length == 6 && wanted.Zip(given).All(part => Matches(part.First, part.Second));
    }

    // The library's wildcards are the same two; it takes no empty text, and a backslash in a pattern as an escape.
    private static bool Matches(string pattern, string text, bool ignoreCase) => text.Length == 0
        ? pattern.Trim('*').Length == 0
        : FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), text, ignoreCase);
}
