using System.Collections.Immutable;
using RotationLambdas.Sandbox.Ecs.Runners;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A container of a task.</summary>
/// <param name="definition">What it is made of.</param>
/// <param name="arn">Its ARN.</param>
internal sealed class EcsContainer(ContainerDefinition definition, string arn)
{
    public ContainerDefinition Definition { get; } = definition;

    public string Arn { get; } = arn;

    /// <summary>What it was given at its start, secrets included; nothing changes in it afterwards.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The container when it is a real one.</summary>
    public IRunningContainer? Running { get; set; }

    public int? ExitCode { get; set; }

    public string? Reason { get; set; }
}
