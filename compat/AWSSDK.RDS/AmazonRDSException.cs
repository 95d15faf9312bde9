namespace Amazon.RDS;

/// <summary>Any error that Amazon RDS answers; ErrorCode has its name.</summary>
public class AmazonRDSException(string message, Exception innerException = null)
    : AmazonServiceException(message, innerException);
