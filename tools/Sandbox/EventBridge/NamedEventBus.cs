namespace RotationLambdas.Sandbox.EventBridge;

public sealed record NamedEventBus(string Name, string Arn)
{
    internal ConcurrentDictionary<string, EventRule> Rules { get; } = new(StringComparer.Ordinal);
}
