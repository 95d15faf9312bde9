namespace Amazon.SecretsManager.Model;

/// <summary>AWS Secrets Manager answered <c>ResourceExistsException</c>.</summary>
public class ResourceExistsException : AmazonSecretsManagerException
{
    public ResourceExistsException(string message)
        : base(message)
    {
    }

    public ResourceExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ResourceExistsException(Exception innerException)
        : base(innerException)
    {
    }

    public ResourceExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ResourceExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
