namespace RotationLambdas.Sandbox.Calls;

/// <summary>Finds what a request is about, by the members in which AWS's services name it.</summary>
internal static class CallResource
{
    private static readonly string[] Members = [
        "SecretId", "Name", "QueueUrl", "service", "taskDefinition", "cluster", "Rule", "QueueName"];

    public static string? Of(JsonObject input) => Members
        .Select(member => input[member] is JsonValue value && value.TryGetValue(out string? name) ? name : null)
        .FirstOrDefault(static name => name is not null);
}
