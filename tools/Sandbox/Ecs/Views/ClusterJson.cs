using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>A cluster as DescribeClusters shows it (ECS API Reference, "Cluster").</summary>
internal static class ClusterJson
{
    public static JsonObject Of(Cluster cluster, bool tags) => new()
    {
        ["clusterArn"] = cluster.Arn,
        ["clusterName"] = cluster.Name,
        ["status"] = "ACTIVE",
        ["registeredContainerInstancesCount"] = 0,
        ["runningTasksCount"] = cluster.Tasks.Values.Count(static task => task.LastStatus == "RUNNING"),
        ["pendingTasksCount"] = cluster.Tasks.Values.Count(static task => task.LastStatus is "PROVISIONING" or "PENDING"),
        ["activeServicesCount"] = cluster.Services.Count,
        ["statistics"] = new JsonArray(),
        ["tags"] = tags ? cluster.Tags.ToJson() : [],
        ["settings"] = new JsonArray(),
        ["capacityProviders"] = new JsonArray(),
        ["defaultCapacityProviderStrategy"] = new JsonArray(),
    };
}
