namespace Amazon.Lambda.RuntimeSupport;

/// <content>Handlers that see the raw event and give the raw response, if any.</content>
public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Action handler) => Void(call => handler());

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) => Void(call => handler(call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) => Void(call => handler(call.InputStream));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Void(call => handler(call.InputStream, call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> handler) => Answer(call =>
    {
        var output = new MemoryStream();
        handler(call.InputStream, call.LambdaContext, output);
        output.Position = 0;
        return output;
    });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) => Answer(call => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) => VoidTask(call => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) => AnswerTask(call => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) => Answer(call => handler(call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) => VoidTask(call => handler(call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        AnswerTask(call => handler(call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) => Answer(call => handler(call.InputStream));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) => VoidTask(call => handler(call.InputStream));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) => AnswerTask(call => handler(call.InputStream));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Answer(call => handler(call.InputStream, call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        VoidTask(call => handler(call.InputStream, call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        AnswerTask(call => handler(call.InputStream, call.LambdaContext));
}
