namespace RotationLambdas.Sandbox.Ecs;

/// <summary>ECS's error answers, in its words (ECS API Reference, "Common Errors" and the operations' own).</summary>
internal static class EcsErrors
{
    public static AwsServiceException ClusterNotFound() => new("ClusterNotFoundException", "Cluster not found.");

    public static AwsServiceException ServiceNotFound() => new("ServiceNotFoundException", "Service not found.");

    public static AwsServiceException InvalidParameter(string text) => new("InvalidParameterException", text);

    public static AwsServiceException Client(string text) => new("ClientException", text);

    public static AwsServiceException InvalidToken() => InvalidParameter("Invalid token.");

    public static AwsServiceException UnknownOperation(string operation) =>
        new("UnknownOperationException", $"The sandbox's ECS has no operation {operation}.");

    /// <summary>Seen in aws/containers-roadmap issue 2836; the code is not on record, InvalidParameterException is what the operation has
    /// for what the caller may not do now.</summary>
    public static AwsServiceException TooManyDeployments(int count) =>
        InvalidParameter($"{count} active deployments exist, unable to create new deployment.");
}
