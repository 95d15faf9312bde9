namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>ECS_CLUSTERS names a cluster that does not exist: its services would pass for services that need nothing.</summary>
internal sealed class ClusterMissingException(string cluster) : FunctionException(
    $"ECS_CLUSTERS names '{cluster}', and no cluster of this account and Region has that name.",
    "Correct ECS_CLUSTERS, or remove the name from it.");
