namespace Amazon.Lambda.RuntimeSupport;

internal sealed class InvocationContext(InvocationHeaders headers, ILambdaLogger logger, TimeProvider time) : ILambdaContext
{
    public string AwsRequestId => headers.RequestId;

    public ILambdaLogger Logger => logger;

    public TimeSpan RemainingTime => headers.Deadline - time.GetUtcNow();

    public string TraceId => headers.TraceId;
}
