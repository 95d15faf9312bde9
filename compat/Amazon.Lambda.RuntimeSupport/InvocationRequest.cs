namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation: the event and what is known about it.</summary>
public class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext)
    {
        InputStream = inputStream;
        LambdaContext = lambdaContext;
    }

    public Stream InputStream { get; }

    public ILambdaContext LambdaContext { get; }

    public void Dispose() => InputStream.Dispose();
}
