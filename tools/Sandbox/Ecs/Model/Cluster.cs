using RotationLambdas.Sandbox.Ecs.Views;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A cluster: its services and tasks.</summary>
/// <param name="name">Its name.</param>
/// <param name="arn">Its ARN.</param>
internal sealed class Cluster(string name, string arn)
{
    public string Name { get; } = name;

    public string Arn { get; } = arn;

    /// <summary>ACTIVE or INACTIVE.</summary>
    public string Status { get; set; } = "ACTIVE";

    public Tags Tags { get; } = new();

    /// <summary>By name; INACTIVE ones stay until a new one takes the name.</summary>
    public OrderedDictionary<string, Service> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>By id, the stopped ones as long as they can be described.</summary>
    public OrderedDictionary<string, EcsTask> Tasks { get; } = new(StringComparer.Ordinal);
}
