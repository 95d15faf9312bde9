namespace Amazon.ECS;

/// <summary>Any error that Amazon ECS answers; ErrorCode has its name.</summary>
public class AmazonECSException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException)
{
    public AmazonECSException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : this(message) => (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);
}
