namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>UnsupportedFeatureException</c>.</summary>
public class UnsupportedFeatureException : AmazonECSException
{
    public UnsupportedFeatureException(string message)
        : base(message)
    {
    }

    public UnsupportedFeatureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnsupportedFeatureException(Exception innerException)
        : base(innerException)
    {
    }

    public UnsupportedFeatureException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public UnsupportedFeatureException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
