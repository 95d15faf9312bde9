namespace RotationLambdas.Sandbox.SecretsManager.Events;

/// <summary>Which calls become CloudTrail events here, and which of their parameters may be seen.</summary>
internal static class AuditedCalls
{
    private static readonly Dictionary<string, string[]> VisibleParameters = new(StringComparer.Ordinal)
    {
        ["PutSecretValue"] = ["SecretId", "ClientRequestToken", "VersionStages"],
        ["UpdateSecretVersionStage"] = ["SecretId", "VersionStage", "RemoveFromVersionId", "MoveToVersionId"],
    };

    public static JsonObject? Parameters(AwsCall call)
    {
        if (!VisibleParameters.TryGetValue(call.Operation, out var visible))
        {
            return null;
        }

        var parameters = new JsonObject();
        foreach (var name in visible.Where(name => call.Input[name] is not null))
        {
            parameters[char.ToLowerInvariant(name[0]) + name[1..]] = call.Input[name]!.DeepClone();
        }

        return parameters;
    }
}
