namespace Amazon.EventBridge;

internal static class EventBridgeService
{
    internal static readonly AwsService Instance = new(
        Id: "EventBridge",
        SigningName: "events",
        TargetPrefix: "AWSEvents",
        ApiVersion: "2015-10-07",
        Json: EventBridgeJson.Default,
        Error: (message, cause) => new AmazonEventBridgeException(message, cause));
}
