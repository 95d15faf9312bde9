using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Engine;
using RotationLambdas.Sandbox.Ecs.Model;
using RotationLambdas.Sandbox.Ecs.Views;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>CreateCluster, DeleteCluster, ListClusters and DescribeClusters. Called under the state's lock.</summary>
/// <param name="state">All there is.</param>
/// <param name="lookup">Finds it.</param>
/// <param name="arns">Makes ARNs.</param>
internal sealed class ClusterOperations(EcsState state, Lookup lookup, EcsArn arns)
{
    private const int MostDescribed = 100;

    public JsonObject Create(JsonObject input)
    {
        var name = input.Text("clusterName") ?? "default";
        if (name.Length is 0 or > 255 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw EcsErrors.InvalidParameter("Identifiers may only contain letters, numbers, underscores, and hyphens.");
        }

        // Creating a cluster that is there gives that one.
        if (!state.Clusters.TryGetValue(name, out var cluster) || cluster.Status != "ACTIVE")
        {
            cluster = state.Clusters[name] = new Cluster(name, arns.Cluster(name));
            _ = cluster.Tags.Put(input);
        }

        return new JsonObject { ["cluster"] = ClusterJson.Of(cluster, tags: true) };
    }

    public JsonObject Delete(JsonObject input)
    {
        var cluster = lookup.Cluster(Lookup.Required(input, "cluster", "Cluster cannot be empty."));
        if (cluster.Services.Values.Any(static service => service.Status != "INACTIVE"))
        {
            throw new AwsServiceException("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }

        if (cluster.Tasks.Values.Any(static task => task.LastStatus != "STOPPED"))
        {
            throw new AwsServiceException("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }

        cluster.Status = "INACTIVE";
        return new JsonObject { ["cluster"] = ClusterJson.Of(cluster, tags: false) };
    }

    public JsonObject List(JsonObject input) =>
        Page.Of([.. state.Clusters.Values.Where(static cluster => cluster.Status == "ACTIVE")], input, most: 100, usual: 100, "clusterArns", static cluster => cluster.Arn);

    public JsonObject Describe(JsonObject input)
    {
        var names = input.Texts("clusters");
        if (names.Count > MostDescribed)
        {
            throw EcsErrors.InvalidParameter("Clusters cannot have more than 100 elements.");
        }

        var tags = input.Texts("include").Contains("TAGS");
        JsonArray clusters = [];
        JsonArray failures = [];
        foreach (var name in names.Count == 0 ? ["default"] : names)
        {
            if (state.Clusters.TryGetValue(EcsArn.Name(name), out var cluster))
            {
                clusters.Add((JsonNode)ClusterJson.Of(cluster, tags));
            }
            else
            {
                failures.Add((JsonNode)Lookup.Missing(arns.Cluster(EcsArn.Name(name))));
            }
        }

        return new JsonObject { ["clusters"] = clusters, ["failures"] = failures };
    }
}
