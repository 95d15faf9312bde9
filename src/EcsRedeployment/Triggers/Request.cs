namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>A request by an operator or a schedule: `{"secretId":"…","dryRun":true}` or `{"sweep":true,"dryRun":true}`.</summary>
internal static class Request
{
    /// <summary>Reads the request; null when the JSON is something else.</summary>
    public static Trigger? Read(JsonElement json)
    {
        var named = json.TryGetProperty("secretId", out var secret);
        if (!named && !json.TryGetProperty("sweep", out _))
        {
            return null;
        }

        // A misspelt "true" must not turn a dry run into restarts.
        if (Json.Flag(json, "dryRun") is not { } dryRun)
        {
            return new NotUnderstood("'dryRun' is neither true nor false.");
        }

        if (named)
        {
            return secret.ValueKind == JsonValueKind.String && secret.GetString() is { Length: > 0 } id
                ? new ManualRequest(id, dryRun)
                : new NotUnderstood("'secretId' is not the ARN or name of a secret.");
        }

        return Json.Flag(json, "sweep") is true ? new Sweep(dryRun) : new NotUnderstood("'sweep' is not true.");
    }
}
