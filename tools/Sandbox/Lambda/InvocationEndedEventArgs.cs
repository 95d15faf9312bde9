namespace RotationLambdas.Sandbox.Lambda;

/// <summary>An invocation has ended.</summary>
public sealed class InvocationEndedEventArgs(InvocationResult result) : EventArgs
{
    /// <summary>How it ended.</summary>
    public InvocationResult Result { get; } = result;
}
