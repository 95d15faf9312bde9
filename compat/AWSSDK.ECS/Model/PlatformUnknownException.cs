namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>PlatformUnknownException</c>.</summary>
public class PlatformUnknownException : AmazonECSException
{
    public PlatformUnknownException(string message)
        : base(message)
    {
    }

    public PlatformUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PlatformUnknownException(Exception innerException)
        : base(innerException)
    {
    }

    public PlatformUnknownException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public PlatformUnknownException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
