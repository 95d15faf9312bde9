using System.Globalization;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>Makes the envelope that EventBridge puts around every event (EventBridge User Guide, "Events").</summary>
public static class AwsEvent
{
    /// <summary>An event of this sandbox's account and Region, now by its clock, with an id of its own.</summary>
    /// <param name="options">Whose account, Region and clock.</param>
    /// <param name="source">The service, such as <c>aws.ecs</c>.</param>
    /// <param name="detailType">The kind, such as <c>Secret Label Updated</c>.</param>
    /// <param name="detail">The event itself.</param>
    /// <param name="resources">The ARNs that it is about; often none.</param>
    public static JsonObject Create(SandboxOptions options, string source, string detailType, JsonObject detail, params IEnumerable<string> resources) => new()
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
    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
