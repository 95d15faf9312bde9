namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Where a scan that ran out of time continues. Clusters are scanned in the order of their ARNs; a cluster or service that is
/// created behind the cursor has tasks younger than the scan, so it can hold no older value.</summary>
/// <param name="After">The last cluster that was begun; null when none was.</param>
/// <param name="Unfinished">Clusters that were begun and have pages left.</param>
internal sealed record ScanCursor(string? After, IReadOnlyList<ScanPage> Unfinished);

/// <summary>A page of a cluster's services that is still to be read.</summary>
/// <param name="Cluster">The cluster's ARN, or its name where ECS_CLUSTERS gives it.</param>
/// <param name="Token">ListServices' token; null for the first page.</param>
internal sealed record ScanPage(string Cluster, string? Token);
