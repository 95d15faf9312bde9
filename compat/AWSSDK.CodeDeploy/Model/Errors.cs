namespace Amazon.CodeDeploy.Model;

/// <summary>AWS CodeDeploy answered <c>DeploymentDoesNotExistException</c>.</summary>
public class DeploymentDoesNotExistException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS CodeDeploy answered <c>DeploymentLimitExceededException</c>.</summary>
public class DeploymentLimitExceededException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS CodeDeploy answered <c>RevisionDoesNotExistException</c>.</summary>
public class RevisionDoesNotExistException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>AWS CodeDeploy answered <c>ThrottlingException</c>.</summary>
public class ThrottlingException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);
