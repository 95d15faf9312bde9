namespace Amazon.CodeDeploy.Model;

public class DeploymentDoesNotExistException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

public class DeploymentLimitExceededException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

public class RevisionDoesNotExistException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);

public class ThrottlingException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCodeDeployException(message, innerException, errorType, errorCode, requestId, statusCode);
