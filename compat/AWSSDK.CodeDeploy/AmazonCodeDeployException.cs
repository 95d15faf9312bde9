namespace Amazon.CodeDeploy;

/// <summary>Any error that AWS CodeDeploy answers; ErrorCode has its name.</summary>
public class AmazonCodeDeployException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException)
{
    public AmazonCodeDeployException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : this(message) => (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);
}
