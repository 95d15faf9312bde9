namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation: the event and what is known about it.</summary>
internal sealed record InvocationRequest(Stream Input, ILambdaContext Context) : IDisposable
{
    public void Dispose() => Input.Dispose();
}
