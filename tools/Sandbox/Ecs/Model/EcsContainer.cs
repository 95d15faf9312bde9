using RotationLambdas.Sandbox.Ecs.Runners;

namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed class EcsContainer(ContainerDefinition definition, string arn)
{
    public ContainerDefinition Definition { get; } = definition;

    public string Arn { get; } = arn;

    public IReadOnlyDictionary<string, string> Environment { get; set; } = ImmutableDictionary<string, string>.Empty;

    public IRunningContainer? Running { get; set; }

    public int? ExitCode { get; set; }
}
