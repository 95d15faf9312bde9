namespace Amazon.Lambda.RuntimeSupport;

/// <content>Handlers with an input, an output, or both, that a serializer converts.</content>
public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Void(call => handler(Input<TInput>(call, serializer)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Void(call => handler(Input<TInput>(call, serializer), call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Answer(call => handler(Input<TInput>(call, serializer)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        VoidTask(call => handler(Input<TInput>(call, serializer)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        AnswerTask(call => handler(Input<TInput>(call, serializer)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Answer(call => handler(Input<TInput>(call, serializer), call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        VoidTask(call => handler(Input<TInput>(call, serializer), call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        AnswerTask(call => handler(Input<TInput>(call, serializer), call.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call => Output(await handler().ConfigureAwait(false), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(call.LambdaContext), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call => Output(await handler(call.LambdaContext).ConfigureAwait(false), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(call.InputStream), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call => Output(await handler(call.InputStream).ConfigureAwait(false), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(call.InputStream, call.LambdaContext), serializer));

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call => Output(await handler(call.InputStream, call.LambdaContext).ConfigureAwait(false), serializer));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(Input<TInput>(call, serializer)), serializer));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call => Output(await handler(Input<TInput>(call, serializer)).ConfigureAwait(false), serializer));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Answer(call => Output(handler(Input<TInput>(call, serializer), call.LambdaContext), serializer));

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        AnswerTask(async call =>
            Output(await handler(Input<TInput>(call, serializer), call.LambdaContext).ConfigureAwait(false), serializer));
}
