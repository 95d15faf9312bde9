namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>UpdateInProgressException</c>.</summary>
public class UpdateInProgressException : AmazonECSException
{
    public UpdateInProgressException(string message)
        : base(message)
    {
    }

    public UpdateInProgressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UpdateInProgressException(Exception innerException)
        : base(innerException)
    {
    }

    public UpdateInProgressException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public UpdateInProgressException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
