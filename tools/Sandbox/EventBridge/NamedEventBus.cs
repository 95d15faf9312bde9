using System.Collections.Concurrent;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>A bus and its rules.</summary>
/// <param name="Name">The bus's name.</param>
/// <param name="Arn">The bus's ARN.</param>
public sealed record NamedEventBus(string Name, string Arn)
{
    /// <summary>The rules by name.</summary>
    internal ConcurrentDictionary<string, EventRule> Rules { get; } = new(StringComparer.Ordinal);
}
