namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>What a report is about.</summary>
/// <param name="Services">How many services were read.</param>
/// <param name="IsComplete">Whether all of their services and tasks could be read.</param>
internal sealed record ScanScope(IReadOnlyList<string> Clusters, int Services, bool IsComplete);
