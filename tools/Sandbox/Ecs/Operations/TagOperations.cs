using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Engine;
using RotationLambdas.Sandbox.Ecs.Views;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>
/// TagResource, UntagResource and ListTagsForResource, for clusters, services, tasks and task definitions. Called under the state's lock.
/// </summary>
internal sealed class TagOperations(EcsState state, Lookup lookup)
{
    public JsonObject Tag(JsonObject input)
    {
        _ = Of(input).Put(input);
        return [];
    }

    public JsonObject Untag(JsonObject input)
    {
        Of(input).Remove(input.Texts("tagKeys"));
        return [];
    }

    public JsonObject List(JsonObject input) => new() { ["tags"] = Of(input).ToJson() };

    private Tags Of(JsonObject input)
    {
        var arn = Lookup.Required(input, "resourceArn", "The resourceArn cannot be empty.");
        var parts = arn.Split(':', 6);
        var path = parts.Length == 6 && parts[2] == "ecs" ? parts[5].Split('/') : throw EcsErrors.InvalidParameter("Invalid ARN.");
        return path switch
        {
            ["cluster", var name] => lookup.Cluster(name).Tags,
            ["service", var cluster, var name] => (Lookup.Service(lookup.Cluster(cluster), name) ?? throw EcsErrors.ServiceNotFound()).Tags,
            ["task", var cluster, var id] =>
                (Lookup.Task(lookup.Cluster(cluster), id) ?? throw EcsErrors.InvalidParameter("The specified task is not found.")).Tags,
            ["task-definition", _] =>
                (state.TaskDefinitionsByArn.GetValueOrDefault(arn)
                ?? throw EcsErrors.InvalidParameter("The specified task definition is not found.")).Tags,
            _ => throw EcsErrors.InvalidParameter("The resource type is not supported."),
        };
    }
}
