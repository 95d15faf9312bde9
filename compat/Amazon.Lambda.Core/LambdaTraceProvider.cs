namespace Amazon.Lambda.Core;

/// <summary>The AWS X-Ray trace that the running invocation belongs to.</summary>
public static class LambdaTraceProvider
{
    /// <summary>The trace header as Lambda gives it; null outside an invocation.</summary>
    public static string CurrentTraceId => Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
}
