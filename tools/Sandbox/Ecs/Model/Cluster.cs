namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed class Cluster(string name, string arn)
{
    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public Tags Tags { get; } = new();

    public OrderedDictionary<string, Service> Services { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, EcsTask> Tasks { get; } = new(StringComparer.Ordinal);
}
