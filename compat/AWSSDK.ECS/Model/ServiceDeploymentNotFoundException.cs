namespace Amazon.ECS.Model;

/// <summary>Amazon ECS answered <c>ServiceDeploymentNotFoundException</c>.</summary>
public class ServiceDeploymentNotFoundException : AmazonECSException
{
    public ServiceDeploymentNotFoundException(string message)
        : base(message)
    {
    }

    public ServiceDeploymentNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ServiceDeploymentNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public ServiceDeploymentNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ServiceDeploymentNotFoundException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
