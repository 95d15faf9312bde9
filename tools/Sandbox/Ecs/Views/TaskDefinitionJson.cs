using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>A task definition as DescribeTaskDefinition shows it (ECS API Reference, "TaskDefinition").</summary>
internal static class TaskDefinitionJson
{
    public static JsonObject Of(TaskDefinition definition)
    {
        var json = definition.Document.DeepClone().AsObject();
        json["status"] = definition.Status;
        if (definition.DeregisteredAt is { } time)
        {
            json["deregisteredAt"] = time.ToJson();
        }

        return json;
    }
}
