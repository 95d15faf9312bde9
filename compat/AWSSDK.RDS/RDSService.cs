namespace Amazon.RDS;

internal static class RDSService
{
    // The Query protocol has no target, and its errors are made by XmlReplyUnmarshaller.
    internal static readonly AwsService Instance = new(
        Id: "RDS",
        RequestName: "Amazon.RDS",
        SigningName: "rds",
        TargetPrefix: "",
        ApiVersion: "2014-10-31",
        Declares: (_, _) => false,
        CreateException: null);
}
