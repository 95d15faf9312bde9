namespace Compat.AwsJson;

/// <summary>
/// An error reply. <c>Code</c> is without its namespace, and empty when the reply was not AWS JSON.
/// </summary>
internal sealed record ErrorReply(
    string Code,
    string Message,
    ErrorType Type,
    string RequestId,
    HttpStatusCode StatusCode,
    Exception InnerException);
