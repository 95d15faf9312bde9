namespace Amazon.Lambda.Core;

public interface ILambdaContext
{
    string AwsRequestId { get; }

    ILambdaLogger Logger { get; }

    /// <summary>Time left before Lambda ends the invocation; zero or less when it is over.</summary>
    TimeSpan RemainingTime { get; }

    string TraceId => null;
}
