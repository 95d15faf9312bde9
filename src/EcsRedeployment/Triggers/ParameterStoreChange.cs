namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Parameter Store's own event. Source: AWS Systems Manager User Guide, "Reference: Amazon EventBridge event patterns and types
/// for Systems Manager", Parameter Store Change.</summary>
internal static class ParameterStoreChange
{
    public static Trigger Read(EventEnvelope e)
    {
        if (e.Text("operation") is not { } operation)
        {
            return new NotUnderstood("The Parameter Store event has no 'detail.operation'.");
        }

        if (operation is not ("Create" or "Update" or "LabelParameterVersion"))
        {
            return new Ignored($"The operation {operation} gives a parameter no new value.");
        }

        return ArnOf(e) is { } arn
            ? new ParameterChange(arn, operation == "LabelParameterVersion", e.HappenedBy)
            : new NotUnderstood("The Parameter Store event names no parameter in 'resources' nor in 'detail.name'.");
    }

    private static Arn? ArnOf(EventEnvelope e)
    {
        if (e.Resources.Count > 0 && Arn.TryParse(e.Resources[0], out var arn) && arn.Service == "ssm"
            && arn.Resource.StartsWith("parameter/", StringComparison.Ordinal))
        {
            return arn;
        }

        return e.Text("name") is { } name && Arn.TryParse($"arn:aws:ssm:{e.Region}:{e.Account}:parameter/{name.TrimStart('/')}", out arn)
            ? arn : null;
    }
}
