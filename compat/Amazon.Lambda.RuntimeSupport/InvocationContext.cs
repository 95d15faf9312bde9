namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler may know of its invocation.</summary>
internal sealed class InvocationContext(InvocationHeaders headers, RuntimeEnvironment environment, ILambdaLogger logger, TimeProvider time)
    : ILambdaContext
{
    public string AwsRequestId => headers.RequestId;

    public IClientContext ClientContext { get; } = Callers.ClientContext.Parse(headers.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity { get; } = Callers.CognitoIdentity.Parse(headers.CognitoIdentity);

    public string InvokedFunctionArn => headers.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemorySize;

    public TimeSpan RemainingTime => headers.Deadline - time.GetUtcNow();

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;
}
