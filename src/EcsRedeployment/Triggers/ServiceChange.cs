namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>A deployment of a service came to an end, or began.</summary>
/// <param name="Service">The service's ARN.</param>
/// <param name="Cluster">The name or ARN of its cluster.</param>
/// <param name="EventName">SERVICE_DEPLOYMENT_IN_PROGRESS, SERVICE_DEPLOYMENT_COMPLETED or SERVICE_DEPLOYMENT_FAILED.</param>
/// <param name="Reason">What Amazon ECS reports about it.</param>
internal sealed record ServiceChange(Arn Service, string Cluster, string EventName, string Reason) : Trigger;
