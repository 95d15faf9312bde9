namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>Makes changes from what is known about secrets and parameters: the keys by which references find them, and when each label
/// moved.</summary>
internal static class ChangeMaker
{
    /// <summary>The tag of a secret for how careful it is rolled out: `fast` or `careful`.</summary>
    public const string PaceKey = "rotation:pace";

    /// <summary>The tag of a secret whose value is a time: deployments that failed before it do not halt its rollout. A time that is still
    /// to come would switch the halt off, and does not count.</summary>
    public const string ResumeKey = "rotation:resume";

    public static ChangeOrigin OfParameter(Arn arn, IReadOnlyList<Delivery> deliveries)
    {
        var labels = deliveries.Select(delivery => (ParameterChange)delivery.Trigger)
            .GroupBy(change => change.LabelMoved ? Change.AnyLabel : Change.Latest)
            .ToDictionary(group => group.Key, group => ChangeTime.Certain(group.Max(change => change.ChangedBy)));
        var key = SourceKey.OfParameter(arn.Location, arn.Resource["parameter/".Length..]);
        return new ChangeOrigin(new Change(arn.ToString(), [key], labels), null, deliveries);
    }

    /// <summary>From what Secrets Manager knows of a secret and from events (see <see cref="ChangeDating"/>).</summary>
    public static Change Of(
        SecretFacts facts, IReadOnlyList<SecretChange> events, IReadOnlyDictionary<string, DateTimeOffset>? dates, bool takeLastModified,
        DateTimeOffset now)
    {
        IReadOnlyList<SourceKey> keys = !Arn.TryParse(facts.Arn, out var arn) ? [] :
            [new(SourceKind.SecretByArn, arn.Location, ResourceIdOf(arn)), new(SourceKind.SecretByName, arn.Location, facts.Name)];
        return new Change(facts.Arn, keys, ChangeDating.Of(facts, events, dates, takeLastModified))
        {
            IsDeleted = facts.IsDeleted,
            CurrentVersion = facts.VersionOfLabel.GetValueOrDefault(SecretChange.Current),
            LabelsThere = facts.VersionOfLabel.Count == 0 ? null : [.. facts.VersionOfLabel.Keys],
            IsFirstValue = facts.LastRotated is null && !facts.VersionOfLabel.ContainsKey(SecretChange.Previous),
            RolloutPace = facts.Tags.GetValueOrDefault(PaceKey) switch
            {
                "careful" => RolloutPace.Careful,
                "fast" => RolloutPace.Fast,
                _ => null,
            },
            ResumedAt = DateTimeOffset.TryParse(
                facts.Tags.GetValueOrDefault(ResumeKey), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && at <= now ? at : default,
        };
    }

    /// <summary>From events alone, where the secret may not be described.</summary>
    public static Change OfEvents(Arn arn, IReadOnlyList<SecretChange> events) =>
        new(arn.ToString(), KeysOf(arn), ChangeDating.OfEventsOnly(events));

    /// <summary>A deleted secret: services that refer to it must not be restarted.</summary>
    public static Change Deleted(string id, IReadOnlyList<SourceKey> keys) =>
        new(id, keys, new Dictionary<string,
            ChangeTime>
        { [SecretChange.Current] = ChangeTime.Certain(DateTimeOffset.MaxValue) })
        { IsDeleted = true };

    /// <summary>The keys of the secret with an ARN: the ARN itself, and the name in it.</summary>
    public static IReadOnlyList<SourceKey> KeysOf(Arn arn)
    {
        var id = ResourceIdOf(arn);
        return [SourceKey.OfArnId(arn.Location, id), new(SourceKind.SecretByName, arn.Location, SourceKey.NameOf(id))];
    }

    private static string ResourceIdOf(Arn arn) => arn.Resource[(arn.Resource.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
