using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class ListSecretVersionIds(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.Get(Requests.SecretId(input));
        var withDeprecated = input.Flag("IncludeDeprecated") ?? false;
        var answer = Answers.Of(secret);
        var versions = Page.Of([.. secret.Versions.All.Where(version => withDeprecated || !version.IsDeprecated)], input, answer);
        answer["Versions"] = new JsonArray([.. versions.Select(version => Of(version, secret))]);
        return answer;
    }

    private static JsonObject Of(SecretVersion version, Secret secret)
    {
        var entry = new JsonObject { ["VersionId"] = version.Id, ["CreatedDate"] = WireTime.Of(version.CreatedAt) };
        if (!version.IsDeprecated)
        {
            entry["VersionStages"] = Answers.Texts(version.Stages);
        }

        if (version.LastAccessedAt is { } accessed)
        {
            entry["LastAccessedDate"] = WireTime.DayOf(accessed);
        }

        entry["KmsKeyIds"] = Answers.Texts([secret.KmsKeyId ?? "DefaultEncryptionKey"]);
        return entry;
    }
}
