using RotationLambdas.Sandbox.SecretsManager.Versions;

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

    public static JsonArray Tags(Secret secret) =>
        new([.. secret.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    public static void AddContent(JsonObject answer, SecretContent content)
    {
        if (content.Text is not null)
        {
            answer["SecretString"] = content.Text;
        }

        if (content.Base64 is not null)
        {
            answer["SecretBinary"] = content.Base64;
        }
    }
}
