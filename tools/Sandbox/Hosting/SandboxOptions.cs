using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>What a <see cref="SandboxHost"/> pretends to be, and where it listens.</summary>
public sealed record SandboxOptions
{
    /// <summary>The Region in ARNs and events. Default <c>eu-west-1</c>. The Region a client signs for is not checked.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The twelve digits of the account in ARNs and events. Default <c>123456789012</c>.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Another account whose secrets tasks here may read, as if their policies and keys allowed it.</summary>
    public SandboxHost? SecretsAccount { get; init; }

    /// <summary>The clock of everything that is dated or scheduled. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public RotationRetryOptions RotationRetry { get; init; } = new();

    public EcsSettings Ecs { get; init; } = new();
}
