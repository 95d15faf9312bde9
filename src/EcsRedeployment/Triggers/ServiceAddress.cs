namespace RotationLambdas.EcsRedeployment.Triggers;

/// <param name="Cluster">The name or ARN of its cluster.</param>
/// <param name="Service">Its ARN.</param>
internal sealed record ServiceAddress(string Cluster, string Service);
