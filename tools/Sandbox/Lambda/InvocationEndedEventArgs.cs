namespace RotationLambdas.Sandbox.Lambda;

public sealed class InvocationEndedEventArgs(InvocationResult result) : EventArgs
{
    public InvocationResult Result { get; } = result;
}
