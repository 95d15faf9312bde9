using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Engine;
using RotationLambdas.Sandbox.Ecs.Model;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>Finds what a request names. Called under the state's lock.</summary>
/// <param name="state">All there is.</param>
internal sealed class Lookup(EcsState state)
{
    /// <summary>The cluster that a request names; <c>default</c> when it names none.</summary>
    public Cluster Cluster(JsonObject input) => Cluster(input.Text("cluster"));

    /// <summary>A cluster that is ACTIVE.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException.</exception>
    public Cluster Cluster(string? nameOrArn) =>
        state.Clusters.TryGetValue(EcsArn.Name(nameOrArn ?? "default"), out var cluster) && cluster.Status == "ACTIVE" ? cluster : throw EcsErrors.ClusterNotFound();

    /// <summary>A service, whatever its status.</summary>
    /// <returns>The service, or <see langword="null"/>.</returns>
    public static Service? Service(Cluster cluster, string nameOrArn) =>
        (EcsArn.ClusterIn(nameOrArn) ?? cluster.Name) == cluster.Name ? cluster.Services.GetValueOrDefault(EcsArn.Name(nameOrArn)) : null;

    /// <summary>A task, whatever its status.</summary>
    /// <returns>The task, or <see langword="null"/>.</returns>
    public static EcsTask? Task(Cluster cluster, string idOrArn) => cluster.Tasks.GetValueOrDefault(EcsArn.Name(idOrArn));

    /// <summary>A task definition by ARN, <c>family:revision</c>, or <c>family</c> for the latest ACTIVE revision.</summary>
    /// <returns>The task definition, or <see langword="null"/>.</returns>
    public TaskDefinition? TaskDefinition(string text)
    {
        if (state.TaskDefinitionsByArn.TryGetValue(text, out var byArn))
        {
            return byArn;
        }

        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            // The right family in another account or Region is somebody else's.
            return null;
        }

        var parts = text.Split(':');
        if (!state.Families.TryGetValue(parts[0], out var revisions))
        {
            return null;
        }

        return parts.Length == 1
            ? revisions.FindLast(static one => one.Status == "ACTIVE")
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision >= 1 && revision <= revisions.Count ? revisions[revision - 1] : null;
    }

    /// <summary>A task definition that new tasks may be made of.</summary>
    /// <exception cref="AwsServiceException">ClientException.</exception>
    public TaskDefinition Launchable(string text) => TaskDefinition(text) switch
    {
        null => throw EcsErrors.Client("TaskDefinition not found."),
        { Status: "INACTIVE" } => throw EcsErrors.Client("TaskDefinition is inactive"),
        var definition => definition,
    };

    /// <summary>A member that has to be there.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException.</exception>
    public static string Required(JsonObject input, string member, string text) => input.Text(member) is { Length: > 0 } value ? value : throw EcsErrors.InvalidParameter(text);

    /// <summary>What a describing operation answers for what is not there.</summary>
    public static JsonObject Missing(string arn) => new() { ["arn"] = arn, ["reason"] = "MISSING" };
}
