namespace Compat.AwsJson;

/// <summary>
/// What an error reply said. <c>Code</c> is without its namespace, and empty when the reply was not AWS JSON; <c>Body</c> is there for
/// exceptions that carry more than a message, and undefined when there was none.
/// </summary>
internal sealed record ErrorReply(
    string Code,
    string Message,
    ErrorType Type,
    string RequestId,
    HttpStatusCode StatusCode,
    Exception InnerException,
    JsonElement Body);
