using System.IO.Enumeration;

namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>Which clusters are scanned: names or ARNs separated by commas, with `*` and `?` as wildcards; a leading `!` leaves
/// out.</summary>
/// <param name="Included">Patterns of which one must fit; empty stands for all clusters.</param>
/// <param name="Excluded">Patterns that must not fit.</param>
internal sealed record ClusterFilter(IReadOnlyList<string> Included, IReadOnlyList<string> Excluded)
{
    public static ClusterFilter All { get; } = new([], []);

    /// <summary>The clusters by name when no pattern needs the list of clusters: then ecs:ListClusters is not called. Null
    /// otherwise.</summary>
    public IReadOnlyList<string>? Named =>
        Included.Count > 0 && Excluded.Count == 0 && !Included.Any(pattern => pattern.AsSpan().ContainsAny('*', '?')) ? Included : null;

    /// <summary>Reads the patterns; null when one is empty behind its exclamation mark.</summary>
    public static ClusterFilter? Read(string text)
    {
        var patterns = text.Split([',', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return patterns.Contains("!") ? null : new ClusterFilter(
            [.. patterns.Where(pattern => pattern[0] != '!')],
            [.. patterns.Where(pattern => pattern[0] == '!').Select(pattern => pattern[1..])]);
    }

    /// <summary>Whether a cluster is scanned.</summary>
    /// <param name="arn">The cluster's ARN, which ends in a slash and its name.</param>
    public bool Includes(string arn) => (Included.Count == 0 || Included.Any(p => Fits(p, arn))) && !Excluded.Any(p => Fits(p, arn));

    /// <summary>The patterns that fit none of the account's clusters: misspelt, most likely.</summary>
    public IEnumerable<string> WithoutMatch(IReadOnlyCollection<string> arns) =>
        Included.Where(pattern => !arns.Any(arn => Fits(pattern, arn)));

    private static bool Fits(string pattern, string arn) =>
        FileSystemName.MatchesSimpleExpression(pattern, arn.AsSpan(arn.LastIndexOf('/') + 1), ignoreCase: false)
        || FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false);
}
