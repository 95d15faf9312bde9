namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The facts about an invocation that a handler gets.</summary>
internal sealed class InvocationContext(InvocationHeaders headers, ILambdaLogger logger, TimeProvider time) : ILambdaContext
{
    public string AwsRequestId => headers.RequestId;

    public ILambdaLogger Logger => logger;

    public TimeSpan RemainingTime => headers.Deadline - time.GetUtcNow();

    public string TraceId => headers.TraceId;
}
