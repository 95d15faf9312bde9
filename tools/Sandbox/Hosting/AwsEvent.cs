namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Makes the envelope that EventBridge puts around every event (EventBridge User Guide, "Events").</summary>
public static class AwsEvent
{
    public static JsonObject Create(
        SandboxOptions options, string source, string detailType, JsonObject detail, params IEnumerable<string> resources) => new()
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = options.AccountId,
            ["time"] = Timestamp(options.TimeProvider.GetUtcNow()),
            ["region"] = options.Region,
            ["resources"] = new JsonArray([.. resources.Select(resource => JsonValue.Create(resource))]),
            ["detail"] = detail,
        };

    /// <summary>A time as events carry it: UTC, ISO 8601, whole seconds.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
