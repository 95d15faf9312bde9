namespace RotationLambdas.Sandbox.Lambda;

/// <summary>An invocation has ended.</summary>
public sealed class InvocationEndedEventArgs(InvocationResult result) : EventArgs
{
    public InvocationResult Result { get; } = result;
}
