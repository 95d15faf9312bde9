using System.Text.Json;
using System.Text.Json.Serialization;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>
/// The function's message to itself: continue a scan, or reconcile these secrets again after a while. It carries where to look and no
/// state of the work: what is done follows from what is there.
/// </summary>
/// <param name="Secrets">ARNs of the secrets and parameters in question; none means everything, as a sweep does.</param>
internal sealed record Resume(IReadOnlyList<string> Secrets) : Trigger
{
    /// <summary>A message holds 256 KB; an address takes up to 250 bytes.</summary>
    public const int MostConsumers = 800;

    /// <summary>How many messages of this chain there were before; bounds a chain that makes no progress.</summary>
    public int Attempt { get; init; }

    /// <summary>Where the scan continues; null for a new scan.</summary>
    public ScanCursor? Cursor { get; init; }

    /// <summary>Consumers of the secrets that earlier parts of the scan found: the last part reads them again for the whole view.</summary>
    public IReadOnlyList<ServiceAddress> Consumers { get; init; } = [];

    /// <summary>Whether earlier parts found more consumers than the message holds, so that no part has the whole view.</summary>
    public bool HasMoreConsumers { get; init; }

    /// <summary>Whether to report what would be done, and do nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(new ResumeMessage(this), ResumeJson.Default.ResumeMessage);

    /// <summary>Reads the message; null when the JSON is something else.</summary>
    public static Trigger? Read(JsonElement json)
    {
        if (!json.TryGetProperty("resume", out _))
        {
            return null;
        }

        try
        {
            return json.Deserialize(ResumeJson.Default.ResumeMessage) is { Resume: { Secrets: not null, Consumers: not null } resume }
                ? resume : new NotUnderstood("'resume' is not what this function sends to itself.");
        }
        catch (JsonException exception)
        {
            return new NotUnderstood($"'resume' is not what this function sends to itself: {exception.Message}");
        }
    }
}

/// <summary>The envelope by which the message is recognised.</summary>
internal sealed record ResumeMessage(Resume Resume);

/// <summary>Writes and reads the message without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ResumeMessage))]
internal sealed partial class ResumeJson : JsonSerializerContext;
