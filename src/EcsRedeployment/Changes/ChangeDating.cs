namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>Finds out when the value behind each label of a secret last changed. Secrets Manager keeps no date of a label's move, so it is
/// enclosed: not before the versions concerned were created, and not after the secret was last modified. The reasons are in
/// docs/reference/redeployment.md.</summary>
internal static class ChangeDating
{
    private static readonly Dictionary<string, DateTimeOffset> NoDates = [];
    private static readonly TimeSpan RotationEnds = TimeSpan.FromMinutes(1);

    /// <summary>The times by label, for every label that a task may read.</summary>
    /// <param name="facts">What Secrets Manager knows.</param>
    /// <param name="versions">When versions were created; null when that was not asked.</param>
    /// <param name="takeLastModified">Whether the last modification counts as a change of the value: an operator orders it, or a replica
    /// got it.</param>
    public static IReadOnlyDictionary<string, ChangeTime> Of(
        SecretFacts facts, IEnumerable<SecretChange> events, IReadOnlyDictionary<string, DateTimeOffset>? versions, bool takeLastModified)
    {
        var dates = versions ?? NoDates;
        var times = TimesOf(events.Where(change => !IsDatedBy(facts.LastRotated, change)));
        var labels = new Dictionary<string, ChangeTime>();
        foreach (var (label, version) in facts.VersionOfLabel)
        {
            if (label is SecretChange.Pending or SecretChange.Previous)
            {
                continue;
            }

            var known = Later(dates.GetValueOrDefault(version), times.GetValueOrDefault(label));
            if (label is SecretChange.Current)
            {
                // AWSCURRENT came from the version that is now AWSPREVIOUS: it moved after both existed, even when it was rolled back to
                // the older.
                var previous = facts.VersionOfLabel.TryGetValue(SecretChange.Previous, out var p) ? dates.GetValueOrDefault(p) : default;
                known = Later(Later(known, previous), facts.LastRotated ?? default);
            }

            var possible = Later(known, facts.LastChanged ?? default);
            labels[label] = new ChangeTime(takeLastModified ? possible : known, possible);
        }

        return labels;
    }

    public static IReadOnlyDictionary<string, ChangeTime> OfEventsOnly(IEnumerable<SecretChange> events) =>
        TimesOf(events).ToDictionary(pair => pair.Key, pair => ChangeTime.Certain(pair.Value));

    /// <summary>RotationSucceeded, the one event without a version, comes some seconds after the label has moved. LastRotatedDate is
    /// closer, and the same in every report of that rotation.</summary>
    private static bool IsDatedBy(DateTimeOffset? lastRotated, SecretChange change) =>
        change is { Label: SecretChange.Current, VersionId: null, MovedBy: { } by } && by - lastRotated is { } after
            && after >= TimeSpan.Zero && after <= RotationEnds;

    private static Dictionary<string, DateTimeOffset> TimesOf(IEnumerable<SecretChange> events) => events
        .Where(change => change is { Label: not null, MovedBy: not null })
        .GroupBy(change => change.Label!)
        .ToDictionary(group => group.Key, group => group.Max(change => change.MovedBy!.Value));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
