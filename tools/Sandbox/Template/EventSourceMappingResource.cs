namespace RotationLambdas.Sandbox.Template;

/// <summary>A queue that Lambda reads for a function: an <c>SQS</c> event of the function.</summary>
/// <param name="Function">The function's logical id.</param>
/// <param name="QueueArn">The queue's ARN.</param>
/// <param name="BatchSize">The most messages of one invocation. Lambda's default is 10.</param>
/// <param name="BatchingWindow">How long messages are gathered. Lambda's default is 0.</param>
/// <param name="MaximumConcurrency">The most invocations at a time, 2 or more; <see langword="null"/> for Lambda's own limit.</param>
/// <param name="ReportsBatchItemFailures">Whether the function names the messages that it could not do.</param>
public sealed record EventSourceMappingResource(
    string Function, string QueueArn, int BatchSize, TimeSpan BatchingWindow, int? MaximumConcurrency, bool ReportsBatchItemFailures);
