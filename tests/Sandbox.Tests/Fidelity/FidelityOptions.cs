using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Sandbox.Tests.Fidelity;

/// <summary>A sandbox whose tasks start and stop without a pause, so that answers do not depend on when they are asked for.</summary>
internal static class FidelityOptions
{
    public static SandboxOptions Instant { get; } = new()
    {
        Ecs = new EcsSettings { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero },
    };
}
