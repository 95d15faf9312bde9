namespace Amazon.Lambda.RuntimeSupport;

internal sealed record InvocationRequest(Stream Input, ILambdaContext Context) : IDisposable
{
    public void Dispose() => Input.Dispose();
}
