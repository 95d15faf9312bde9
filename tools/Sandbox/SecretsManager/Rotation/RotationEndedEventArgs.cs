namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public sealed class RotationEndedEventArgs(RotationOutcome outcome) : EventArgs
{
    public RotationOutcome Outcome { get; } = outcome;
}
