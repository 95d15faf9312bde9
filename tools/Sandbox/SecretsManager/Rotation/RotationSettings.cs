using RotationLambdas.Sandbox.SecretsManager.Schedules;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>How one secret is rotated.</summary>
internal sealed class RotationSettings
{
    public required string FunctionArn { get; set; }

    public required bool Enabled { get; set; }

    public RotationRules Rules { get; set; } = new();

    public DateTimeOffset? LastRotatedAt { get; set; }

    /// <summary>When the next scheduled rotation may begin, and by when it is due; <see langword="null"/> without a schedule.</summary>
    public RotationWindow? Next { get; set; }

    /// <summary>Plans the next window after <paramref name="now"/>, or none while rotation is off.</summary>
    public void Plan(DateTimeOffset now) => Next = Enabled ? Rules.WindowAfter(now) : null;

    /// <summary>Leaves no window planned, for a secret that is marked for deletion.</summary>
    public void Unplan() => Next = null;
}
