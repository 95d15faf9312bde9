namespace Amazon.Lambda.Core;

/// <summary>What a handler may know of the invocation it serves.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time left before Lambda ends the invocation; zero or less when it is over.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => null;

    string TraceId => null;

    ILambdaSerializer Serializer => null;
}
