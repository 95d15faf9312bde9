namespace RotationLambdas.Sandbox.Ecs;

/// <summary>Makes ECS's ARNs in their long form, and finds the names in them (ECS Developer Guide, "Amazon Resource Names (ARNs) and
/// IDs").</summary>
internal sealed class EcsArn(string region, string accountId)
{
    private readonly string _prefix = $"arn:aws:ecs:{region}:{accountId}:";

    public string Cluster(string cluster) => $"{_prefix}cluster/{cluster}";

    public string Service(string cluster, string service) => $"{_prefix}service/{cluster}/{service}";

    public string Task(string cluster, string id) => $"{_prefix}task/{cluster}/{id}";

    public string TaskDefinition(string family, int revision) => $"{_prefix}task-definition/{family}:{revision}";

    public string Container(string cluster, string taskId) => $"{_prefix}container/{cluster}/{taskId}/{Guid.NewGuid()}";

    public string ServiceDeployment(string cluster, string service, string id) => $"{_prefix}service-deployment/{cluster}/{service}/{id}";

    public string ServiceRevision(string cluster, string service, string id) => $"{_prefix}service-revision/{cluster}/{service}/{id}";

    public static string Name(string arnOrName) => arnOrName[(arnOrName.LastIndexOf('/') + 1)..];

    public static string? ClusterIn(string arnOrName)
    {
        var parts = arnOrName.Split('/');
        return parts.Length == 3 && parts[0].StartsWith("arn:", StringComparison.Ordinal) ? parts[1] : null;
    }
}
