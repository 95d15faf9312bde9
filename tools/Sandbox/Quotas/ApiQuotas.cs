namespace RotationLambdas.Sandbox.Quotas;

/// <summary>The default quotas of an AWS account in a Region, for the operations that the functions call.</summary>
/// <remarks>
/// Secrets Manager: AWS Secrets Manager User Guide, "AWS Secrets Manager quotas", which gives rates and no bursts: a bucket holds one
/// second's calls. ECS: Amazon ECS API Reference, "Request throttling for the Amazon ECS API". docs/scale.md marks which of its rows were
/// read there and which are assumed.
/// </remarks>
public static class ApiQuotas
{
    private const string SecretsManager = "secretsmanager";
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    public static IReadOnlyList<ApiQuota> Defaults { get; } =
    [
        new("reading secrets", SecretsManager, ["DescribeSecret", "GetSecretValue"], 10_000, 10_000),
        new(
            "changing secrets",
            SecretsManager,
            ["PutSecretValue", "RemoveRegionsFromReplication", "ReplicateSecretToRegions", "StopReplicationToReplica", "UpdateSecret",
                "UpdateSecretVersionStage"],
            50,
            50),
        new("starting rotations", SecretsManager, ["RotateSecret", "CancelRotateSecret"], 50, 50),
        new("listing versions", SecretsManager, ["ListSecretVersionIds"], 50, 50),
        new("reading clusters", Ecs, ["ListClusters"], 50, 20),
        new("reading services", Ecs, ["DescribeServices", "ListServices"], 100, 20),
        new("reading service deployments", Ecs, ["ListServiceDeployments", "DescribeServiceDeployments"], 50, 20),
        new("reading task definitions", Ecs, ["DescribeTaskDefinition"], 50, 20),
        new("reading tasks", Ecs, ["DescribeTasks", "ListTasks"], 100, 20),
        new("changing services", Ecs, ["CreateService", "UpdateService", "DeleteService"], 50, 5),
        new("stopping tasks", Ecs, ["StopTask"], 100, 40),
    ];
}
