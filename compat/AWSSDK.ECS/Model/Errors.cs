namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>AccessDeniedException</c>.</summary>
public class AccessDeniedException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>ClientException</c>.</summary>
public class ClientException : AmazonECSException
{
    public ClientException(string message)
        : base(message)
    {
    }

    public ClientException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Amazon ECS answered <c>ClusterNotFoundException</c>.</summary>
public class ClusterNotFoundException : AmazonECSException
{
    public ClusterNotFoundException(string message)
        : base(message)
    {
    }

    public ClusterNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Amazon ECS answered <c>InvalidParameterException</c>.</summary>
public class InvalidParameterException : AmazonECSException
{
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    public InvalidParameterException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Amazon ECS answered <c>NamespaceNotFoundException</c>.</summary>
public class NamespaceNotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>PlatformTaskDefinitionIncompatibilityException</c>.</summary>
public class PlatformTaskDefinitionIncompatibilityException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>PlatformUnknownException</c>.</summary>
public class PlatformUnknownException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>ServerException</c>.</summary>
public class ServerException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>ServiceNotActiveException</c>.</summary>
public class ServiceNotActiveException : AmazonECSException
{
    public ServiceNotActiveException(string message)
        : base(message)
    {
    }

    public ServiceNotActiveException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Amazon ECS answered <c>ServiceNotFoundException</c>.</summary>
public class ServiceNotFoundException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);

/// <summary>Amazon ECS answered <c>UnsupportedFeatureException</c>.</summary>
public class UnsupportedFeatureException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
