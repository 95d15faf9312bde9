namespace Amazon.ECS;

internal static class ECSService
{
    internal static readonly AwsService Instance = new(
        Id: "ECS",
        SigningName: "ecs",
        TargetPrefix: "AmazonEC2ContainerServiceV20141113",
        ApiVersion: "2014-11-13",
        Json: ECSJson.Default,
        Error: (message, cause) => new AmazonECSException(message, cause),
        Errors:
        [
            new("ClientException", (message, cause) => new ClientException(message, cause)),
            new("ClusterNotFoundException", (message, cause) => new ClusterNotFoundException(message, cause),
                "ListServices", "DescribeServices", "UpdateService", "ListTasks", "DescribeTasks", "StopTask", "ListServiceDeployments",
                "DescribeServiceDeployments"),
            new("InvalidParameterException", (message, cause) => new InvalidParameterException(message, cause)),
            new("ServiceNotActiveException", (message, cause) => new ServiceNotActiveException(message, cause), "UpdateService"),
            new("ServiceNotFoundException", (message, cause) => new ServiceNotFoundException(message, cause),
                "UpdateService", "ListTasks", "ListServiceDeployments", "DescribeServiceDeployments"),
        ]);
}
