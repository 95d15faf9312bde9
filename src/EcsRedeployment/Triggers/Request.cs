using System.Text.Json;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>What an operator or a schedule asks in so many words: `{"secretId":"…","dryRun":true}` or `{"sweep":true,"dryRun":true}`.</summary>
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

        // A word for "true" that is not true must not turn a rehearsal into the real thing.
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
