namespace RotationLambdas.Sandbox.Hosting;

/// <summary>How a failed rotation is retried, with the same token. Secrets Manager retries "multiple times during the open rotation
/// windows" (User Guide, "Rotation by Lambda function") and does not document how often.</summary>
public sealed record RotationRetryOptions
{
    /// <summary>How often a rotation is run in all, the first time included; 1 or more. Default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The pause between two runs, by <see cref="SandboxOptions.TimeProvider"/>; zero or more. Default two seconds.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);
}
