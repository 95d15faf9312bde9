namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>Reads the containers of a RegisterTaskDefinition, and refuses what ECS refuses.</summary>
internal static class TaskDefinitionReader
{
    public static IReadOnlyList<ContainerDefinition> Containers(JsonObject input)
    {
        var family = input.Text("family") ?? "";
        if (family.Length is 0 or > 255 || !family.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw EcsErrors.Client(family.Length == 0 ? "Family cannot be null or empty." : "Family contains invalid characters.");
        }

        var containers = input.Objects("containerDefinitions").Select(container => Container(input, container)).ToList();
        if (containers.Count == 0)
        {
            throw EcsErrors.Client("Container list cannot be empty.");
        }

        if (!containers.Exists(static container => container.Essential))
        {
            throw EcsErrors.Client("Task definition must contain at least one essential container.");
        }

        if (containers.DistinctBy(static container => container.Name).Count() < containers.Count)
        {
            throw EcsErrors.Client("Container names must be unique within a task definition.");
        }

        if (input.Text("executionRoleArn") is null && containers.Exists(static container => container.Secrets.Count > 0))
        {
            throw EcsErrors.Client("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
        }

        RequireFargate(input);
        return containers;
    }

    private static void RequireFargate(JsonObject input)
    {
        if (!input.Texts("requiresCompatibilities").Contains("FARGATE"))
        {
            return;
        }

        if (input.Text("networkMode") != "awsvpc")
        {
            throw EcsErrors.Client("Fargate only supports network mode ‘awsvpc’.");
        }

        foreach (var member in new[] { "cpu", "memory" })
        {
            if (input.Text(member) is null)
            {
                throw EcsErrors.Client($"Fargate requires that '{member}' be defined at the task level.");
            }
        }
    }

    private static ContainerDefinition Container(JsonObject input, JsonObject container)
    {
        var name = container.Text("name") is { Length: > 0 } given
            ? given : throw EcsErrors.Client("Container.name should not be null or empty.");
        var image = container.Text("image") is { Length: > 0 } one
            ? one : throw EcsErrors.Client("Container.image should not be null or empty.");
        if (container.Number("memory") is null && container.Number("memoryReservation") is null && input.Text("memory") is null)
        {
            throw EcsErrors.Client(
                $"Invalid setting for container '{name}'. At least one of 'memory' or 'memoryReservation' must be specified.");
        }

        var environment = container.Objects("environment")
            .ToDictionary(static pair => pair.Text("name") ?? "", static pair => pair.Text("value") ?? "");
        var secrets = Secrets(container, "secrets");
        foreach (var (secret, _) in secrets)
        {
            if (environment.ContainsKey(secret) || secrets.Count(other => other.Key == secret) > 1)
            {
                throw EcsErrors.Client(
                    $"The secret name must be unique and not shared with any new or existing environment variables set on the container, "
                        + $"such as '{secret}'.");
            }
        }

        return new ContainerDefinition(
            name,
            image,
            container.Flag("essential") ?? true,
            environment,
            secrets,
            container.Object("logConfiguration") is { } log ? Secrets(log, "secretOptions") : [],
            container.Number("stopTimeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static List<KeyValuePair<string, string>> Secrets(JsonObject from, string member) =>
        [.. from.Objects(member).Select(static secret => KeyValuePair.Create(
            secret.Text("name") ?? throw EcsErrors.Client("Secret.name should not be null or empty."),
            secret.Text("valueFrom") ?? throw EcsErrors.Client("Secret.valueFrom should not be null or empty.")))];
}
