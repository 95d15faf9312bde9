using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.SecretsManager.Schedules;
using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.State;

/// <summary>One secret as the state file holds it.</summary>
internal static class SecretJson
{
    public static JsonObject Write(Secret secret) => new()
    {
        ["name"] = secret.Name,
        ["arn"] = secret.Arn,
        ["createdAt"] = Time(secret.CreatedAt),
        ["lastChangedAt"] = Time(secret.LastChangedAt),
        ["description"] = secret.Description,
        ["kmsKeyId"] = secret.KmsKeyId,
        ["policy"] = secret.Policy,
        ["tags"] = new JsonObject(secret.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
        ["markedForDeletionAt"] = Time(secret.Deletion?.MarkedAt),
        ["deletionDueAt"] = Time(secret.Deletion?.DueAt),
        ["rotation"] = secret.Rotation is null ? null : Write(secret.Rotation),
        ["versions"] = new JsonArray([.. secret.Versions.All.Select(Write)]),
    };

    public static Secret Read(JsonObject json)
    {
        var secret = new Secret(Text(json, "name")!, Text(json, "arn")!, Time(json, "createdAt")!.Value)
        {
            LastChangedAt = Time(json, "lastChangedAt")!.Value,
            Description = Text(json, "description"),
            KmsKeyId = Text(json, "kmsKeyId"),
            Policy = Text(json, "policy"),
            Deletion = Time(json, "markedForDeletionAt") is { } markedAt ? (markedAt, Time(json, "deletionDueAt")!.Value) : null,
            Rotation = json["rotation"] is JsonObject rotation ? ReadRotation(rotation) : null,
        };
        foreach (var (key, value) in json["tags"]!.AsObject())
        {
            secret.Tags[key] = value!.GetValue<string>();
        }

        foreach (var version in json["versions"]!.AsArray())
        {
            secret.Versions.Restore(ReadVersion(version!.AsObject()));
        }

        return secret;
    }

    private static JsonObject Write(SecretVersion version) => new()
    {
        ["id"] = version.Id,
        ["createdAt"] = Time(version.CreatedAt),
        ["stages"] = new JsonArray([.. version.Stages.Select(stage => JsonValue.Create(stage))]),
        ["text"] = version.Content?.Text,
        ["base64"] = version.Content?.Base64,
    };

    private static SecretVersion ReadVersion(JsonObject json)
    {
        var version = new SecretVersion(Text(json, "id")!, Time(json, "createdAt")!.Value);
        var (text, base64) = (Text(json, "text"), Text(json, "base64"));
        version.Content = text is null && base64 is null ? null : new SecretContent(text, base64);
        foreach (var stage in json["stages"]!.AsArray())
        {
            version.Attach(stage!.GetValue<string>());
        }

        return version;
    }

    private static JsonObject Write(RotationSettings rotation) => new()
    {
        ["functionArn"] = rotation.FunctionArn,
        ["enabled"] = rotation.Enabled,
        ["automaticallyAfterDays"] = rotation.Rules.AutomaticallyAfterDays,
        ["scheduleExpression"] = rotation.Rules.ScheduleExpression,
        ["duration"] = rotation.Rules.Duration,
        ["lastRotatedAt"] = Time(rotation.LastRotatedAt),
        ["nextWindowStart"] = Time(rotation.Next?.Start),
        ["nextWindowEnd"] = Time(rotation.Next?.End),
    };

    private static RotationSettings ReadRotation(JsonObject json) => new()
    {
        FunctionArn = Text(json, "functionArn")!,
        Enabled = json["enabled"]!.GetValue<bool>(),
        Rules = new RotationRules(json["automaticallyAfterDays"]?.GetValue<int>(), Text(json, "scheduleExpression"), Text(json, "duration")),
        LastRotatedAt = Time(json, "lastRotatedAt"),
        Next = Time(json, "nextWindowStart") is { } start ? new RotationWindow(start, Time(json, "nextWindowEnd")!.Value) : null,
    };

    private static string? Text(JsonObject json, string member) => json[member]?.GetValue<string>();

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(JsonObject json, string member) =>
        Text(json, member) is { } text ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
}
