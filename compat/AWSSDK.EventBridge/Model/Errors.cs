namespace Amazon.EventBridge.Model;

/// <summary>Amazon EventBridge answered <c>InternalException</c>.</summary>
public class InternalException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonEventBridgeException(message, innerException, errorType, errorCode, requestId, statusCode);
