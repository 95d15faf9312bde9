using System.Text.Json.Serialization;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>The function's message to itself: continue a scan, or reconcile these changes after a while. It carries where to read and no
/// state of the work: what is done follows from what is there.</summary>
/// <param name="Changes">The changes in question; none means everything, as a sweep does.</param>
internal sealed record Resume(IReadOnlyList<ResumedChange> Changes) : Trigger
{
    /// <summary>A message holds 256 KB; an address takes up to 250 bytes.</summary>
    public const int MostConsumers = 800;

    /// <summary>How many messages of this chain there were before.</summary>
    public int Attempt { get; init; }

    /// <summary>Where the scan continues; null for a new scan.</summary>
    public ScanCursor? Cursor { get; init; }

    /// <summary>Consumers of the changes that earlier parts of the scan found: each part rereads them, so that the last one has the
    /// whole view.</summary>
    public IReadOnlyList<ServiceAddress> Consumers { get; init; } = [];

    /// <summary>Whether to report what would be done, and do nothing.</summary>
    public bool DryRun { get; init; }

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
            return json.Deserialize(ResumeJson.Default.ResumeMessage) is { Resume: { Changes: not null, Consumers: not null } resume }
                && resume.Changes.All(change => change.ToTrigger() is not null)
                ? resume : new NotUnderstood("'resume' is not what this function sends to itself.");
        }
        catch (JsonException)
        {
            return new NotUnderstood("'resume' is not what this function sends to itself.");
        }
    }
}

/// <summary>What an event or request reported about a change, in short.</summary>
/// <param name="Id">The ARN or name of the secret or parameter.</param>
internal sealed record ResumedChange(string Id)
{
    /// <summary>The staging label that moved; null when the event does not name it.</summary>
    public string? Label { get; init; }

    /// <summary>The version that the label moved to.</summary>
    public string? Version { get; init; }

    /// <summary>The moment by which it had changed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it is a parameter, and then whether a label of it moved.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Whether a label of the parameter moved.</summary>
    public bool LabelMoved { get; init; }

    /// <summary>Whether an operator asked for it.</summary>
    public bool ByHand { get; init; }

    /// <summary>A trigger in short; null for triggers that are no change.</summary>
    public static ResumedChange? Of(Trigger trigger) => trigger switch
    {
        SecretChange change => new(change.SecretId) { Label = change.Label, Version = change.VersionId, At = change.MovedBy },
        ParameterChange change =>
            new(change.Parameter.ToString()) { IsParameter = true, LabelMoved = change.LabelMoved, At = change.ChangedBy },
        ManualRequest request => new(request.SecretId) { ByHand = true, At = request.RequestedAt },
        _ => null,
    };

    /// <summary>The trigger that it stands for; null when a member is missing.</summary>
    public Trigger? ToTrigger() => string.IsNullOrEmpty(Id) ? null
        : ByHand ? new ManualRequest(Id, DryRun: false) { RequestedAt = At }
        : !IsParameter ? new SecretChange(Id, Label, Version, At)
        : Arn.TryParse(Id, out var arn) && At is { } at ? new ParameterChange(arn, LabelMoved, at)
        : null;
}

/// <summary>The envelope by which the message is recognised.</summary>
internal sealed record ResumeMessage(Resume Resume);

/// <summary>Writes and reads the message without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ResumeMessage))]
internal sealed partial class ResumeJson : JsonSerializerContext;
