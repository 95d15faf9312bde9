namespace RotationLambdas.Sandbox.Calls;

public sealed class CallAddedEventArgs(RecordedCall call) : EventArgs
{
    public RecordedCall Call { get; } = call;
}
