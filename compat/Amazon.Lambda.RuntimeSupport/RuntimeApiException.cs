namespace Amazon.Lambda.RuntimeSupport;

internal sealed class RuntimeApiException(string call, HttpStatusCode status)
    : Exception($"The Lambda Runtime API answered {(int)status} to {call}.")
{
    /// <summary>Whether the API is beyond use. "Using the Lambda runtime API": on 500 the runtime should exit promptly.</summary>
    internal bool IsFatal => status >= HttpStatusCode.InternalServerError;
}
