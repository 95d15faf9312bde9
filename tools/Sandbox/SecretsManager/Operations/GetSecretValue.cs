using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class GetSecretValue(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        var (versionId, stage) = (input.Text("VersionId"), input.Text("VersionStage"));
        var version = Find(secret.Versions, versionId, stage);
        if (version?.Content is not { } content)
        {
            var sought = versionId is null ? $"staging label: {stage ?? Stages.Current}" : $"VersionId: {versionId}";
            throw new AwsServiceException(
                "ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {sought}");
        }

        version.LastAccessedAt = store.Now;
        secret.LastAccessedAt = store.Now;
        var answer = Answers.Of(secret, version.Id);
        Answers.AddContent(answer, content);
        answer["VersionStages"] = Answers.Texts(version.Stages);
        answer["CreatedDate"] = WireTime.Of(version.CreatedAt);
        return answer;
    }

    private static SecretVersion? Find(SecretVersions versions, string? versionId, string? stage)
    {
        if (versionId is null)
        {
            return versions.Holder(stage ?? Stages.Current);
        }

        var version = versions.Find(versionId);
        return version is null || stage is null || version.Stages.Contains(stage)
            ? version
            : throw new AwsServiceException(
                "InvalidRequestException", "You provided a VersionStage that is not associated to the provided VersionId.");
    }
}
