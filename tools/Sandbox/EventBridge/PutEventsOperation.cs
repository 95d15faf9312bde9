namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>PutEvents: every entry succeeds or fails by itself, and the answer is a success in any case (EventBridge API Reference,
/// "PutEvents").</summary>
internal sealed class PutEventsOperation(SandboxOptions options, Action<JsonObject> receive)
{
    /// <summary>Of all entries together: "The total entry size must be less than 256KB" (EventBridge User Guide, "Calculating PutEvents
    /// event entry size").</summary>
    private const int LargestRequest = 256 * 1024;

    private static readonly string[] Members = ["Source", "DetailType", "Detail"];

    public JsonObject Call(JsonObject input)
    {
        var entries = input.Objects("Entries");
        if (entries.Count is 0 or > 10)
        {
            throw new AwsServiceException("ValidationException",
                "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length "
                    + $"{(entries.Count == 0 ? "greater than or equal to 1" : "less than or equal to 10")}");
        }

        if (entries.Sum(Size) >= LargestRequest)
        {
            throw new AwsServiceException("ValidationException", "Total size of the entries in the request is over the limit.");
        }

        JsonArray results = [.. entries.Select(Put)];
        return new JsonObject
        {
            ["FailedEntryCount"] = results.Count(static result => result!["ErrorCode"] is not null),
            ["Entries"] = results,
        };
    }

    private JsonObject Put(JsonObject entry)
    {
        if (Refusal(entry) is var (code, text))
        {
            return new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = text };
        }

        var awsEvent = AwsEvent.Create(options, entry.Text("Source")!, entry.Text("DetailType")!, Detail(entry)!, entry.Texts("Resources"));
        if (Time(entry) is { } time)
        {
            awsEvent["time"] = AwsEvent.Timestamp(time);
        }

        // What is sent to a bus that is not there is lost without an error, as in the real service.
        if ((entry.Text("EventBusName") ?? "default").Split('/')[^1] == "default")
        {
            receive(awsEvent);
        }

        return new JsonObject { ["EventId"] = awsEvent["id"]!.GetValue<string>() };
    }

    private static (string Code, string Text)? Refusal(JsonObject entry)
    {
        foreach (var member in Members)
        {
            if (string.IsNullOrEmpty(entry.Text(member)))
            {
                return ("InvalidArgument", $"Parameter {member} is not valid. Reason: {member} is a required argument.");
            }
        }

        // "aws." is for AWS's own events: a test of a rule for them needs the real change.
        if (entry.Text("Source")!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return ("NotAuthorizedForSourceException", $"Not authorized for the source: {entry.Text("Source")}.");
        }

        if (Detail(entry) is null)
        {
            return ("MalformedDetail", "Detail is malformed.");
        }

        return null;
    }

    private static int Size(JsonObject entry) =>
        entry.Texts("Resources").Concat(Members.Select(member => entry.Text(member) ?? "")).Sum(Encoding.UTF8.GetByteCount)
        + (Time(entry) is null ? 0 : 14);

    private static JsonObject? Detail(JsonObject entry)
    {
        try
        {
            return JsonNode.Parse(entry.Text("Detail")!) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(JsonObject entry) =>
        entry["Time"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? DateTimeOffset.FromUnixTimeMilliseconds(
            (long)(decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) * 1000))
        : null;
}
