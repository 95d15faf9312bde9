using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Views;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>One revision of a task definition; only its status and tags ever change.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Family">Its family.</param>
/// <param name="Revision">Its number within the family, from 1.</param>
/// <param name="Document">As DescribeTaskDefinition shows it, without status and tags.</param>
/// <param name="Containers">What the sandbox needs to run it.</param>
internal sealed record TaskDefinition(string Arn, string Family, int Revision, JsonObject Document, IReadOnlyList<ContainerDefinition> Containers)
{
    /// <summary>ACTIVE or INACTIVE.</summary>
    public string Status { get; set; } = "ACTIVE";

    public DateTimeOffset? DeregisteredAt { get; set; }

    public Tags Tags { get; } = new();

    /// <summary>The role whose rights decide which secrets a task of it can be given.</summary>
    public string? ExecutionRoleArn { get; } = (string?)Document["executionRoleArn"];

    /// <summary>Whether a task of it needs anything from Secrets Manager or Parameter Store to start.</summary>
    public bool HasSecrets { get; } = Containers.Any(static container => container.Secrets.Count + container.LogSecrets.Count > 0);
}
