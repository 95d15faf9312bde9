namespace RotationLambdas.Sandbox.Template;

internal static class QueueAccess
{
    public static bool MaySend(QueueResource queue, string ruleArn)
    {
        var request = new IamRequest("sqs:SendMessage", queue.Arn).With("aws:SourceArn", ruleArn).With("aws:SecureTransport", "true");
        var forEventBridge = queue.Policy.Where(
            statement => statement.Principals.Any(principal => principal is "*" or "events.amazonaws.com"));
        return PolicyDecision.Of(forEventBridge, request).IsAllowed;
    }
}
