namespace RotationLambdas.Sandbox.Ecs;

/// <summary>Makes ECS's ARNs in their long form, and finds the names in them (ECS Developer Guide, "Amazon Resource Names (ARNs) and IDs").</summary>
/// <param name="region">The Region.</param>
/// <param name="accountId">The account.</param>
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

    /// <summary>The last part of an ARN, or a name as it is.</summary>
    /// <param name="arnOrName">The ARN or name.</param>
    /// <returns>The name.</returns>
    public static string Name(string arnOrName) => arnOrName[(arnOrName.LastIndexOf('/') + 1)..];

    /// <summary>The cluster that a service's or task's ARN names.</summary>
    /// <param name="arnOrName">An ARN in the long form, or anything else.</param>
    /// <returns>The cluster's name; <see langword="null"/> when it names none.</returns>
    public static string? ClusterIn(string arnOrName)
    {
        var parts = arnOrName.Split('/');
        return parts.Length == 3 && parts[0].StartsWith("arn:", StringComparison.Ordinal) ? parts[1] : null;
    }
}
