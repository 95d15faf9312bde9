namespace Amazon.SecretsManager;

/// <summary>Any error that AWS Secrets Manager answers; ErrorCode has its name.</summary>
public class AmazonSecretsManagerException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException)
{
    public AmazonSecretsManagerException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : this(message) => (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);
}
