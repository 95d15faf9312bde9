namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>An API call to Secrets Manager that CloudTrail recorded. The event's own time is used only where nothing else shows when a
/// label moved (UpdateSecretVersionStage). PutSecretValue and UpdateSecret make a version, whose date Secrets Manager knows: the event is
/// a hint to read the secret, and a call that changed only a description, or wrote a pending version, turns out to have changed
/// nothing.</summary>
internal static class CloudTrailCall
{
    public static Trigger Read(EventEnvelope e)
    {
        if (e.Text("errorCode") is { } refused)
        {
            return new Ignored($"The call was refused ({refused}) and changed nothing.");
        }

        var call = e.Text("eventName");
        return (call, SecretIdOf(e)) switch
        {
            ("PutSecretValue" or "UpdateSecret" or "UpdateSecretVersionStage", null) =>
                new NotUnderstood($"The recorded call of {call} does not name its secret in a known member."),
            ("PutSecretValue", { } secret) => OfPut(e, secret),
            ("UpdateSecret", { } secret) => new SecretChange(secret, null, null, null),
            ("UpdateSecretVersionStage", { } secret) => OfStageMove(e, secret),
            _ => new Ignored($"A call of {call ?? "an operation without a name"} moves no staging label."),
        };
    }

    /// <summary>The secret's id: the answer's ARN where there is one (`aRN` before February 2024), else what the caller typed, which may
    /// be a name.</summary>
    public static string? SecretIdOf(EventEnvelope e) =>
        e.Text("responseElements", "arn")
        ?? e.Text("responseElements", "aRN")
        ?? e.Text("responseElements", "ARN")
        ?? e.Text("requestParameters", "secretId");

    private static Trigger OfPut(EventEnvelope e, string secret)
    {
        var stages = Json.Texts(e.Detail, "requestParameters", "versionStages");
        return stages.Count > 0 && stages.All(stage => stage == SecretChange.Pending)
            ? new Ignored("A version that is still being made is read by no task.")
            : new SecretChange(secret, null, null, null);
    }

    /// <summary>A move without a target takes the label away: references to it resolve to nothing, and no new value exists that a task
    /// could miss.</summary>
    private static Trigger OfStageMove(EventEnvelope e, string secret) =>
        (e.Text("requestParameters", "versionStage"), e.Text("requestParameters", "moveToVersionId")) switch
        {
            (null, _) => new SecretChange(secret, null, null, null),
            (SecretChange.Pending or SecretChange.Previous, _) => new Ignored("The move concerns neither AWSCURRENT nor a label of the "
                + "user's own."),
            (var label, null) => new Ignored($"The label {label} was taken away, not moved."),
            var (label, version) => new SecretChange(secret, label, version, e.HappenedBy),
        };
}
