namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>One revision of a task definition; only its status and tags ever change.</summary>
internal sealed record TaskDefinition(
    string Arn, string Family, int Revision, JsonObject Document, IReadOnlyList<ContainerDefinition> Containers)
{
    public string Status { get; set; } = "ACTIVE";

    public DateTimeOffset? DeregisteredAt { get; set; }

    public Tags Tags { get; } = new();

    public string? ExecutionRoleArn { get; } = (string?)Document["executionRoleArn"];
}
