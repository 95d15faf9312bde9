namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal static class Answers
{
    public static JsonObject Of(Secret secret) => new() { ["ARN"] = secret.Arn, ["Name"] = secret.Name };

    public static JsonObject Of(Secret secret, string versionId)
    {
        var answer = Of(secret);
        answer["VersionId"] = versionId;
        return answer;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
