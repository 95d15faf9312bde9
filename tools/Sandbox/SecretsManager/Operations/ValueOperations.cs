namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>GetSecretValue, PutSecretValue, ListSecretVersionIds and UpdateSecretVersionStage. Called under the store's lock.</summary>
internal sealed class ValueOperations(SecretStore store)
{
    public JsonObject Get(JsonObject input)
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

        var answer = Answers.Of(secret, version.Id);
        answer["SecretString"] = content.Text;
        answer["VersionStages"] = Answers.Texts(version.Stages);
        answer["CreatedDate"] = version.CreatedAt.ToJson();
        return answer;
    }

    public JsonObject Put(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var token = Requests.Token(input);
        var stages = Requests.Stages(input);
        var content = Requests.Content(input)
            ?? throw new AwsServiceException("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
        var secret = store.GetLive(secretId);
        Write(secret, token, content, stages);
        var answer = Answers.Of(secret, token);
        answer["VersionStages"] = Answers.Texts(secret.Versions.Find(token)!.Stages);
        return answer;
    }

    public JsonObject ListVersionIds(JsonObject input)
    {
        var secret = store.Get(Requests.SecretId(input));
        var withDeprecated = input.Flag("IncludeDeprecated") ?? false;
        var (versions, next) = Requests.Page([.. secret.Versions.All.Where(version => withDeprecated || !version.IsDeprecated)], input);
        var answer = Answers.Of(secret);
        answer["Versions"] = new JsonArray([.. versions.Select(version => Entry(version, secret))]);
        answer["NextToken"] = next;
        return answer.WithoutNulls();
    }

    public JsonObject UpdateStage(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var stage = Requests.Limited(input.RequiredText("VersionStage"), "versionStage", 1, 256);
        var secret = store.GetLive(secretId);
        var moves = secret.Versions.MoveStage(stage, input.Text("RemoveFromVersionId"), input.Text("MoveToVersionId"));
        secret.LastChangedAt = store.Now;
        store.Events.LabelsMoved(secret, moves);
        return Answers.Of(secret);
    }

    private void Write(Secret secret, string token, SecretContent content, IReadOnlyList<string> stages)
    {
        var unfinished = secret.Versions.Unfinished;
        var isNew = secret.Versions.Find(token)?.Content is null;
        var moves = secret.Versions.Put(token, content, stages, store.Now);
        if (!isNew)
        {
            return;
        }

        secret.LastChangedAt = store.Now;
        store.Events.LabelsMoved(secret, moves);
        if (unfinished is not null && unfinished.Id != token)
        {
            // User Guide, "Secrets Manager information in CloudTrail", RotationAbandoned: AWSPENDING is removed because a version was
            // created during the rotation.
            unfinished.Detach(Stages.Pending);
            store.Events.Service("RotationAbandoned", secret, unfinished.Id);
        }
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

    private static JsonObject Entry(SecretVersion version, Secret secret) => new JsonObject
    {
        ["VersionId"] = version.Id,
        ["CreatedDate"] = version.CreatedAt.ToJson(),
        ["VersionStages"] = version.IsDeprecated ? null : Answers.Texts(version.Stages),
        ["KmsKeyIds"] = Answers.Texts([secret.KmsKeyId ?? "DefaultEncryptionKey"]),
    }.WithoutNulls();
}
