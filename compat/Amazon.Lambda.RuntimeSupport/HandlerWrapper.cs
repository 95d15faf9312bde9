namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes the one shape that the runtime loop calls out of all the shapes a handler may have.</summary>
public partial class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler) => Handler = handler;

    public LambdaBootstrapHandler Handler { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private static HandlerWrapper Void(Action<InvocationRequest> handle) => Answer(call =>
    {
        handle(call);
        return Stream.Null;
    });

    private static HandlerWrapper VoidTask(Func<InvocationRequest, Task> handle) => AnswerTask(async call =>
    {
        await handle(call).ConfigureAwait(false);
        return Stream.Null;
    });

    private static HandlerWrapper Answer(Func<InvocationRequest, Stream> handle) =>
        new(call => Task.FromResult(new InvocationResponse(handle(call))));

    private static HandlerWrapper AnswerTask(Func<InvocationRequest, Task<Stream>> handle) =>
        new(async call => new InvocationResponse(await handle(call).ConfigureAwait(false)));

    private static TInput Input<TInput>(InvocationRequest call, ILambdaSerializer serializer) =>
        serializer.Deserialize<TInput>(call.InputStream);

    private static MemoryStream Output<TOutput>(TOutput value, ILambdaSerializer serializer)
    {
        var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        stream.Position = 0;
        return stream;
    }
}
