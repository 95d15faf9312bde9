namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>NamespaceNotFoundException</c>.</summary>
public class NamespaceNotFoundException : AmazonECSException
{
    public NamespaceNotFoundException(string message)
        : base(message)
    {
    }

    public NamespaceNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public NamespaceNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public NamespaceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public NamespaceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
