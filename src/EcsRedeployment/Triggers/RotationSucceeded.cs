namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>CloudTrail's service event at the end of a rotation. It is delivered at best effort, and its `resources` are empty: the
/// secret's id was seen in several other places. Other service events of Secrets Manager (RotationStarted, RotationFailed and so on)
/// change no value. Source: AWS Secrets Manager User Guide, "AWS CloudTrail entries for Secrets Manager".</summary>
internal static class RotationSucceeded
{
    public static Trigger Read(EventEnvelope e)
    {
        if (e.Text("eventName") is not "RotationSucceeded")
        {
            return new Ignored($"The service event {e.Text("eventName") ?? "without a name"} changes no value.");
        }

        return SecretIdOf(e) is { } secret
            ? new SecretChange(secret, SecretChange.Current, null, e.HappenedBy)
            : new NotUnderstood("The RotationSucceeded event does not name its secret in a known member.");
    }

    private static string? SecretIdOf(EventEnvelope e) =>
        e.Text("additionalEventData", "SecretId")
        ?? e.Text("additionalEventData", "secretId")
        ?? e.Text("serviceEventDetails", "secretId")
        ?? e.Text("serviceEventDetails", "SecretId")
        ?? (e.Resources.Count > 0 ? e.Resources[0] : null)
        ?? CloudTrailCall.SecretIdOf(e);
}
