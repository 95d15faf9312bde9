namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>What a report is about.</summary>
/// <param name="Services">How many services were read.</param>
/// <param name="IsUnfinished">Whether something is still to be read: by a retry, or by the next part of a scan.</param>
/// <param name="Unreadable">What nobody can read until a permission or a setting is changed, each a sentence.</param>
internal sealed record ScanScope(IReadOnlyList<string> Clusters, int Services, bool IsUnfinished, IReadOnlyList<string> Unreadable)
{
    /// <summary>All of their services and tasks were read.</summary>
    public bool IsComplete => !IsUnfinished && Unreadable.Count == 0;
}
