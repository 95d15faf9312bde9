namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>RegisterTaskDefinition, DeregisterTaskDefinition and DescribeTaskDefinition. Called under the state's lock.</summary>
internal sealed class TaskDefinitionOperations(EcsState state, Lookup lookup, EcsArn arns)
{
    public JsonObject Register(JsonObject input, DateTimeOffset now, string caller)
    {
        var containers = TaskDefinitionReader.Containers(input);
        var family = input.Text("family")!;
        if (!state.Families.TryGetValue(family, out var revisions))
        {
            state.Families[family] = revisions = [];
        }

        var arn = arns.TaskDefinition(family, revisions.Count + 1);
        var definition = new TaskDefinition(
            arn, family, revisions.Count + 1, Document(input, arn, revisions.Count + 1, now, caller), containers);
        var tags = definition.Tags.Put(input);
        revisions.Add(definition);
        state.TaskDefinitionsByArn[arn] = definition;
        return new JsonObject { ["taskDefinition"] = Json(definition), ["tags"] = tags.ToJson() };
    }

    public JsonObject Deregister(JsonObject input, DateTimeOffset now)
    {
        var text = Required(input);
        // A family alone would be the latest revision elsewhere; here ECS wants to know exactly.
        var definition = text.Contains(':', StringComparison.Ordinal)
            ? lookup.TaskDefinition(text) : throw EcsErrors.InvalidParameter("Invalid revision number.");
        if (definition is not { Status: "ACTIVE" })
        {
            throw EcsErrors.InvalidParameter("The specified task definition does not exist.");
        }

        (definition.Status, definition.DeregisteredAt) = ("INACTIVE", now);
        return new JsonObject { ["taskDefinition"] = Json(definition) };
    }

    public JsonObject Describe(JsonObject input)
    {
        var definition = lookup.TaskDefinition(Required(input)) ?? throw EcsErrors.Client("Unable to describe task definition.");
        var tags = input.Texts("include").Contains("TAGS") ? definition.Tags.ToJson() : null;
        return new JsonObject { ["taskDefinition"] = Json(definition), ["tags"] = tags }.WithoutNulls();
    }

    /// <summary>A task definition as DescribeTaskDefinition shows it (ECS API Reference, "TaskDefinition").</summary>
    private static JsonObject Json(TaskDefinition definition)
    {
        var json = definition.Document.DeepClone().AsObject();
        (json["status"], json["deregisteredAt"]) = (definition.Status, definition.DeregisteredAt?.ToJson());
        return json.WithoutNulls();
    }

    private static string Required(JsonObject input) =>
        input.Text("taskDefinition") is { Length: > 0 } text ? text : throw EcsErrors.Client("TaskDefinition cannot be blank.");

    private static JsonObject Document(JsonObject input, string arn, int revision, DateTimeOffset now, string caller)
    {
        var document = input.DeepClone().AsObject();
        _ = document.Remove("tags");
        document["taskDefinitionArn"] = arn;
        document["revision"] = revision;
        document["volumes"] ??= new JsonArray();
        document["placementConstraints"] ??= new JsonArray();
        document["compatibilities"] = input["requiresCompatibilities"] is { } required ? required.DeepClone() : new JsonArray("EC2");
        document["registeredAt"] = now.ToJson();
        document["registeredBy"] = caller;
        foreach (var container in document["containerDefinitions"]!.AsArray())
        {
            container!["cpu"] ??= 0;
            container["essential"] ??= true;
            foreach (var member in new[] { "portMappings", "environment", "mountPoints", "volumesFrom" })
            {
                container[member] ??= new JsonArray();
            }
        }

        return document;
    }
}
