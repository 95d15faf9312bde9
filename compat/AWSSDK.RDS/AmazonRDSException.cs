namespace Amazon.RDS;

/// <summary>Any error that Amazon RDS answers; ErrorCode says which.</summary>
public class AmazonRDSException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException);
