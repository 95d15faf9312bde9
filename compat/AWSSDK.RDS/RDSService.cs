namespace Amazon.RDS;

internal static class RDSService
{
    // The Query protocol has neither a target nor JSON.
    internal static readonly AwsService Instance = new(
        Id: "RDS",
        SigningName: "rds",
        TargetPrefix: "",
        ApiVersion: "2014-10-31",
        Json: null,
        Error: (message, cause) => new AmazonRDSException(message, cause));
}
