using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.References;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>Makes changes of what is known about secrets and parameters: by which keys references find them, and when each label moved.</summary>
internal static class ChangeMaker
{
    /// <summary>Of the events of a parameter.</summary>
    public static ChangeOrigin OfParameter(Arn arn, IReadOnlyList<Delivery> deliveries)
    {
        var labels = deliveries.Select(delivery => (ParameterChange)delivery.Trigger)
            .GroupBy(change => change.LabelMoved ? Change.AnyLabel : Change.Latest)
            .ToDictionary(group => group.Key, group => ChangeTime.Certain(group.Max(change => change.ChangedBy)));
        var key = SourceKey.OfParameter(arn.Location, arn.Resource["parameter/".Length..]);
        return new ChangeOrigin(new Change(arn.ToString(), [key], labels), null, deliveries);
    }

    /// <summary>Of what Secrets Manager knows of a secret and what events tell (see <see cref="ChangeDating"/>).</summary>
    public static Change Of(
        SecretFacts facts, IReadOnlyList<SecretChange> told, IReadOnlyDictionary<string, DateTimeOffset>? dates, bool takeLastModified)
    {
        IReadOnlyList<SourceKey> keys = !Arn.TryParse(facts.Arn, out var arn) ? [] :
            [new(SourceKind.SecretByArn, arn.Location, ResourceIdOf(arn)), new(SourceKind.SecretByName, arn.Location, facts.Name)];
        return new Change(facts.Arn, keys, ChangeDating.Of(facts, told, dates, takeLastModified)) { IsGone = facts.IsDeleted };
    }

    /// <summary>Of what events tell, where Secrets Manager may not be asked.</summary>
    public static Change OfEvents(Arn arn, IReadOnlyList<SecretChange> told) =>
        new(arn.ToString(), KeysOf(arn), ChangeDating.OfEventsOnly(told));

    /// <summary>Of a secret that is gone nothing is known but that whoever refers to it must not be restarted.</summary>
    public static Change Gone(string id, IReadOnlyList<SourceKey> keys) =>
        new(id, keys, new Dictionary<string, ChangeTime> { [SecretChange.Current] = ChangeTime.Certain(DateTimeOffset.MaxValue) }) { IsGone = true };

    /// <summary>The keys of the secret with an ARN: the ARN itself, and the name in it.</summary>
    public static IReadOnlyList<SourceKey> KeysOf(Arn arn)
    {
        var id = ResourceIdOf(arn);
        return [SourceKey.OfArnId(arn.Location, id), new(SourceKind.SecretByName, arn.Location, SourceKey.NameOf(id))];
    }

    private static string ResourceIdOf(Arn arn) => arn.Resource[(arn.Resource.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
