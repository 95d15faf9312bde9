namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Secrets Manager's own event, which needs no CloudTrail: a staging label moved. It is sent for every label but AWSPENDING and
/// AWSPREVIOUS. Source: AWS Secrets Manager User Guide, "Secret event notifications".</summary>
internal static class SecretLabelUpdated
{
    public static Trigger Read(EventEnvelope e)
    {
        var label = e.Text("labelUpdated");
        return (e.Resources.Count > 0 ? e.Resources[0] : null, label) switch
        {
            (null, _) => new NotUnderstood("The event names no secret in 'resources'."),
            (_, null) => new NotUnderstood("The event has no 'detail.labelUpdated'."),
            (_, SecretChange.Pending) => new Ignored("A version that is still being made is read by no task."),
            (_, SecretChange.Previous) => new Ignored("AWSPREVIOUS moves together with AWSCURRENT, which has an event of its own."),
            var (secret, moved) => new SecretChange(secret, moved, e.Text("versionId"), e.HappenedBy),
        };
    }
}
