namespace Amazon.EventBridge;

internal static class EventBridgeService
{
    internal static readonly AwsService Instance = new(
        Id: "EventBridge",
        RequestName: "Amazon.EventBridge",
        SigningName: "events",
        TargetPrefix: "AWSEvents",
        ApiVersion: "2015-10-07",
        Declares: EventBridgeErrors.Declares,
        CreateException: EventBridgeErrors.Create);
}
