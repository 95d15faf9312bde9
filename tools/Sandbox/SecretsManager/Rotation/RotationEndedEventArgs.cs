namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>A rotation has ended.</summary>
public sealed class RotationEndedEventArgs(RotationOutcome outcome) : EventArgs
{
    /// <summary>How.</summary>
    public RotationOutcome Outcome { get; } = outcome;
}
