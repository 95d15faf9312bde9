namespace Amazon.RDS;

/// <summary>Any error that Amazon RDS answers.</summary>
public class AmazonRDSException : AmazonServiceException
{
    public AmazonRDSException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
