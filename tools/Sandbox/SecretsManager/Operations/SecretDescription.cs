using RotationLambdas.Sandbox.SecretsManager.Schedules;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>A secret as DescribeSecret and ListSecrets return it; one member's name differs.</summary>
internal static class SecretDescription
{
    public static JsonObject Of(Secret secret, string versionsMember)
    {
        var answer = Answers.Of(secret);
        Add(answer, "Description", secret.Description);
        Add(answer, "KmsKeyId", secret.KmsKeyId);
        if (secret.Rotation is { } rotation)
        {
            answer["RotationEnabled"] = rotation.Enabled;
            answer["RotationLambdaARN"] = rotation.FunctionArn;
            answer["RotationRules"] = Of(rotation.Rules);
            Add(answer, "LastRotatedDate", rotation.LastRotatedAt is { } last ? WireTime.Of(last) : null);
            Add(answer, "NextRotationDate", rotation.Next is { } next ? WireTime.Of(next.End) : null);
        }

        answer["LastChangedDate"] = WireTime.Of(secret.LastChangedAt);
        Add(answer, "LastAccessedDate", secret.LastAccessedAt is { } accessed ? WireTime.DayOf(accessed) : null);
        Add(answer, "DeletedDate", secret.Deletion is { } deletion ? WireTime.Of(deletion.MarkedAt) : null);
        Add(answer, "OwningService", secret.OwningService);
        Add(answer, "Tags", secret.Tags.Count == 0 ? null : Answers.Tags(secret));
        var labelled = secret.Versions.All.Where(version => !version.IsDeprecated).ToList();
        Add(answer, versionsMember, labelled.Count == 0
            ? null : new JsonObject(labelled.Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Answers.Texts(version.Stages)))));
        answer["CreatedDate"] = WireTime.Of(secret.CreatedAt);
        return answer;
    }

    private static JsonObject Of(RotationRules rules)
    {
        var answer = new JsonObject();
        Add(answer, "AutomaticallyAfterDays", rules.AutomaticallyAfterDays);
        Add(answer, "Duration", rules.Duration);
        Add(answer, "ScheduleExpression", rules.ScheduleExpression);
        return answer;
    }

    private static void Add(JsonObject answer, string member, JsonNode? value)
    {
        if (value is not null)
        {
            answer[member] = value;
        }
    }
}
