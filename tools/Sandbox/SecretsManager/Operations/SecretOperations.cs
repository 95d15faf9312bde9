namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>CreateSecret, DescribeSecret, ListSecrets, TagResource and DeleteSecret. Called under the store's lock.</summary>
internal sealed class SecretOperations(SecretStore store)
{
    private const int DefaultRecoveryWindow = 30;

    public JsonObject Create(JsonObject input)
    {
        var name = Requests.Name(input);
        var content = Requests.Content(input);
        var token = Requests.Token(input);
        var tags = Requests.Tags(input);
        if (store.Find(name) is { } existing)
        {
            return Repeated(existing, token, content);
        }

        var secret = new Secret(name, SecretArn.New(store.Options, name), store.Now) { KmsKeyId = input.Text("KmsKeyId"), Tags = tags };
        store.Add(secret);
        if (content is null)
        {
            return Answers.Of(secret);
        }

        store.Events.LabelsMoved(secret, secret.Versions.Put(token, content, stages: [], store.Now));
        return Answers.Of(secret, token);
    }

    /// <summary>Answers for a secret that is marked for deletion too, as the service does.</summary>
    public JsonObject Describe(JsonObject input) => Description(store.Get(Requests.SecretId(input)), "VersionIdsToStages");

    public JsonObject List(JsonObject input)
    {
        if (input["Filters"] is not null)
        {
            throw new AwsServiceException("InvalidParameterException", "The sandbox lists all secrets. Leave the filters out.");
        }

        var (secrets, next) = Requests.Page([.. store.Secrets.Where(secret => secret.DeletedAt is null)], input);
        return new JsonObject
        {
            ["SecretList"] = new JsonArray([.. secrets.Select(secret => Description(secret, "SecretVersionsToStages"))]),
            ["NextToken"] = next,
        }.WithoutNulls();
    }

    /// <summary>A new tag modifies a secret, as DescribeSecret's LastChangedDate shows.</summary>
    public JsonObject Tag(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        var tags = Requests.Tags(input);
        (secret.Tags, secret.LastChangedAt) = ([.. secret.Tags.ExceptBy(tags.Select(tag => tag.Key), tag => tag.Key), .. tags], store.Now);
        return [];
    }

    /// <summary>Marks a secret. Here it stays marked: nothing waits for the end of the recovery window.</summary>
    public JsonObject Delete(JsonObject input)
    {
        if (input.Flag("ForceDeleteWithoutRecovery") == true)
        {
            throw new AwsServiceException("InvalidParameterException", "The sandbox marks secrets for deletion only. Leave it out.");
        }

        var window = input.Number("RecoveryWindowInDays") ?? DefaultRecoveryWindow;
        if (window is < 7 or > 30)
        {
            throw new AwsServiceException(
                "InvalidParameterException", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }

        var secret = store.GetLive(Requests.SecretId(input));
        secret.DeletedAt = store.Now;
        var answer = Answers.Of(secret);
        answer["DeletionDate"] = store.Now.AddDays(window).ToJson();
        return answer;
    }

    // DescribeSecret and ListSecrets name one member differently.
    private static JsonObject Description(Secret secret, string versionsMember)
    {
        var labelled = secret.Versions.All.Where(version => !version.IsDeprecated).ToList();
        return new JsonObject
        {
            ["ARN"] = secret.Arn,
            ["Name"] = secret.Name,
            ["KmsKeyId"] = secret.KmsKeyId,
            ["RotationEnabled"] = secret.Rotation?.Enabled,
            ["RotationLambdaARN"] = secret.Rotation?.FunctionArn,
            ["RotationRules"] = secret.Rotation?.Rules.DeepClone(),
            ["LastRotatedDate"] = secret.Rotation?.LastRotatedAt?.ToJson(),
            ["LastChangedDate"] = secret.LastChangedAt.ToJson(),
            ["DeletedDate"] = secret.DeletedAt?.ToJson(),
            ["OwningService"] = secret.OwningService,
            ["Tags"] = secret.Tags.Count == 0 ? null
                : new JsonArray([.. secret.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
            [versionsMember] = labelled.Count == 0 ? null
                : new JsonObject(labelled.Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Answers.Texts(version.Stages)))),
            ["CreatedDate"] = secret.CreatedAt.ToJson(),
        }.WithoutNulls();
    }

    private static JsonObject Repeated(Secret existing, string token, SecretContent? content)
    {
        if (existing.DeletedAt is not null)
        {
            throw new AwsServiceException(
                "InvalidRequestException",
                "You can't create this secret because a secret with this name is already scheduled for deletion.");
        }

        return content is not null && existing.Versions.Find(token)?.Content == content
            ? Answers.Of(existing, token)
            : throw new AwsServiceException(
                "ResourceExistsException", $"The operation failed because the secret {existing.Name} already exists.");
    }
}
