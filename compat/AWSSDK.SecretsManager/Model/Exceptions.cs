namespace Amazon.SecretsManager.Model;

public class InvalidParameterException(string message, Exception innerException = null)
    : AmazonSecretsManagerException(message, innerException);

public class InvalidRequestException(string message, Exception innerException = null)
    : AmazonSecretsManagerException(message, innerException);

public class ResourceExistsException(string message, Exception innerException = null)
    : AmazonSecretsManagerException(message, innerException);

public class ResourceNotFoundException(string message, Exception innerException = null)
    : AmazonSecretsManagerException(message, innerException);
