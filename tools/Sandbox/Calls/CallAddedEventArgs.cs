namespace RotationLambdas.Sandbox.Calls;

/// <summary>A call was added to the <see cref="CallLog"/>.</summary>
public sealed class CallAddedEventArgs(RecordedCall call) : EventArgs
{
    public RecordedCall Call { get; } = call;
}
