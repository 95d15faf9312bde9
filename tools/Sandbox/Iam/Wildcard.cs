namespace RotationLambdas.Sandbox.Iam;

/// <summary>IAM's wildcards: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern; letter case matters.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    public static bool MatchesIgnoringCase(string pattern, string text) => Matches(pattern.ToUpperInvariant(), text.ToUpperInvariant());

    /// <summary>Compares the six parts of an ARN one by one, as ARN conditions do.</summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        var wanted = pattern.Split(':', 6);
        var given = arn.Split(':', 6);
        return wanted.Length == 6 && given.Length == 6 && wanted.Zip(given).All(part => Matches(part.First, part.Second));
    }
}
