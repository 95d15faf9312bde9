namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>A rotation has ended.</summary>
public sealed class RotationEndedEventArgs(RotationOutcome outcome) : EventArgs
{
    public RotationOutcome Outcome { get; } = outcome;
}
