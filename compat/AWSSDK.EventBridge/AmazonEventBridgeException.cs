namespace Amazon.EventBridge;

/// <summary>Any error that Amazon EventBridge answers; ErrorCode has its name.</summary>
public class AmazonEventBridgeException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException)
{
    public AmazonEventBridgeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : this(message) => (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);
}
