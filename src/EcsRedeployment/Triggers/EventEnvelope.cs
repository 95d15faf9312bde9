namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>The members that every EventBridge event has. Source: Amazon EventBridge Events Reference, "AWS service event
/// structure".</summary>
internal sealed record EventEnvelope(
    string Source, string DetailType, string Account, string Region, DateTimeOffset Time, IReadOnlyList<string> Resources,
        JsonElement Detail)
{
    /// <summary>The moment by which the event's subject had happened. Events give whole seconds, cut off: what happened at 12:00:00.9 has
    /// 12:00:00, and a task created in between must not pass for a new one.</summary>
    public DateTimeOffset HappenedBy => Time.AddSeconds(1);

    /// <summary>A member of the detail, by path, when it is a text that is not empty.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Json.Text(Detail, path);

    /// <summary>Reads an envelope; null when the JSON is not one.</summary>
    public static EventEnvelope? Read(JsonElement json)
    {
        var time = Json.Text(json, "time");
        if (Json.Text(json, "source") is not { } source || Json.Text(json, "detail-type") is not { } detailType || time is null
            || !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        json.TryGetProperty("detail", out var detail);
        return new EventEnvelope(source, detailType, Json.Text(json, "account") ?? "", Json.Text(json, "region") ?? "", at,
            Json.Texts(json, "resources"), detail);
    }
}
