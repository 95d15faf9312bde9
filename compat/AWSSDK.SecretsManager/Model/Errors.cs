namespace Amazon.SecretsManager.Model;

/// <summary>AWS Secrets Manager answered <c>DecryptionFailure</c>.</summary>
public class DecryptionFailureException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>EncryptionFailure</c>.</summary>
public class EncryptionFailureException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>InternalServiceError</c>.</summary>
public class InternalServiceErrorException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>InvalidNextTokenException</c>.</summary>
public class InvalidNextTokenException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>InvalidParameterException</c>.</summary>
public class InvalidParameterException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>InvalidRequestException</c>.</summary>
public class InvalidRequestException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>LimitExceededException</c>.</summary>
public class LimitExceededException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>MalformedPolicyDocumentException</c>.</summary>
public class MalformedPolicyDocumentException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>PreconditionNotMetException</c>.</summary>
public class PreconditionNotMetException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>ResourceExistsException</c>.</summary>
public class ResourceExistsException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSecretsManagerException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS Secrets Manager answered <c>ResourceNotFoundException</c>.</summary>
public class ResourceNotFoundException : AmazonSecretsManagerException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
