namespace RotationLambdas.Sandbox.SecretsManager.Events;

/// <summary>The members that every CloudTrail record has (CloudTrail User Guide, "CloudTrail record contents").</summary>
internal static class CloudTrailDetail
{
    public const string EventSource = "secretsmanager.amazonaws.com";

    public static JsonObject Of(SandboxOptions options, string eventName, string eventType) => new()
    {
        ["eventVersion"] = "1.08",
        ["eventTime"] = AwsEvent.Timestamp(options.TimeProvider.GetUtcNow()),
        ["eventSource"] = EventSource,
        ["eventName"] = eventName,
        ["awsRegion"] = options.Region,
        ["eventID"] = Guid.NewGuid().ToString(),
        ["readOnly"] = false,
        ["eventType"] = eventType,
        ["managementEvent"] = true,
        ["recipientAccountId"] = options.AccountId,
        ["eventCategory"] = "Management",
    };
}
