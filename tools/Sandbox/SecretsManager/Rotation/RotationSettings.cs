using RotationLambdas.Sandbox.SecretsManager.Schedules;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

internal sealed class RotationSettings
{
    public required string FunctionArn { get; set; }

    public required bool Enabled { get; set; }

    public RotationRules Rules { get; set; } = new();

    public DateTimeOffset? LastRotatedAt { get; set; }

    public RotationWindow? Next { get; set; }

    public void Plan(DateTimeOffset now) => Next = Enabled ? Rules.WindowAfter(now) : null;

    public void Unplan() => Next = null;
}
