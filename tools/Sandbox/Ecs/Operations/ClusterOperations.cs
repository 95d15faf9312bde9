namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>CreateCluster and ListClusters. Called under the state's lock.</summary>
internal sealed class ClusterOperations(EcsState state, EcsArn arns)
{
    public JsonObject Create(JsonObject input)
    {
        var name = input.Text("clusterName") ?? "default";
        if (name.Length is 0 or > 255 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw EcsErrors.InvalidParameter("Identifiers may only contain letters, numbers, underscores, and hyphens.");
        }

        // Creating a cluster that is there gives that one.
        if (!state.Clusters.TryGetValue(name, out var cluster))
        {
            cluster = state.Clusters[name] = new Cluster(name, arns.Cluster(name));
            _ = cluster.Tags.Put(input);
        }

        return new JsonObject { ["cluster"] = Json(cluster) };
    }

    public JsonObject List(JsonObject input) =>
        PagedList.Of([.. state.Clusters.Values], input, most: 100, usual: 100, "clusterArns", static cluster => cluster.Arn);

    /// <summary>A cluster as CreateCluster shows it (ECS API Reference, "Cluster").</summary>
    private static JsonObject Json(Cluster cluster) => new()
    {
        ["clusterArn"] = cluster.Arn,
        ["clusterName"] = cluster.Name,
        ["status"] = "ACTIVE",
        ["registeredContainerInstancesCount"] = 0,
        ["runningTasksCount"] = cluster.Tasks.Values.Count(static task => task.LastStatus == "RUNNING"),
        ["pendingTasksCount"] = cluster.Tasks.Values.Count(static task => task.LastStatus is "PROVISIONING" or "PENDING"),
        ["activeServicesCount"] = cluster.Services.Count,
        ["statistics"] = new JsonArray(),
        ["tags"] = cluster.Tags.ToJson(),
        ["settings"] = new JsonArray(),
        ["capacityProviders"] = new JsonArray(),
        ["defaultCapacityProviderStrategy"] = new JsonArray(),
    };
}
