namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>ServiceNotActiveException</c>.</summary>
public class ServiceNotActiveException : AmazonECSException
{
    public ServiceNotActiveException(string message)
        : base(message)
    {
    }

    public ServiceNotActiveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ServiceNotActiveException(Exception innerException)
        : base(innerException)
    {
    }

    public ServiceNotActiveException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ServiceNotActiveException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
