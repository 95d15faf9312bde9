namespace RotationLambdas.Sandbox.Ecs.Secrets;

/// <summary>Reads secrets for tasks, as their execution role. The texts of what goes wrong are those of the ECS agent and of
/// Fargate.</summary>
internal sealed class SecretReader(SandboxOptions options, IAwsService secretsManager)
{
    private readonly ConcurrentDictionary<(string Role, string Secret), bool> _denied = new();

    public void Deny(string roleArn, string secretArn) => _denied[(roleArn, secretArn)] = true;

    public void Allow(string roleArn, string secretArn) => _denied.TryRemove((roleArn, secretArn), out _);

    public async Task<string> ReadAsync(string valueFrom, EcsTask task)
    {
        var reference = SecretReference.Parse(valueFrom)
            ?? throw Failure(
                "unable to retrieve secret from asm: invalid ARN format for the AWS Secrets Manager secret was specified. Specify a "
                + "valid ARN and try again.");
        if (reference.SecretId is not { } secretId)
        {
            throw Failure(
                $"unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: {reference.Parameter}");
        }

        var text = await GetAsync(reference, secretId, task);
        return reference.JsonKey is { } key ? Member(text, key) : text;
    }

    private async Task<string> GetAsync(SecretReference reference, string secretId, EcsTask task)
    {
        var input = new JsonObject
        {
            ["SecretId"] = secretId,
            ["VersionStage"] = reference.VersionStage,
            ["VersionId"] = reference.VersionId,
        }.WithoutNulls();
        var role = task.TaskDefinition.ExecutionRoleArn ?? "";
        var caller = new Caller("ECSTASK", null, $"arn:aws:sts::{options.AccountId}:assumed-role/{EcsArn.Name(role)}/{task.Id}");
        try
        {
            Refuse(role, secretId, caller);
            var owner = options.SecretsAccount is { } other && secretId.Contains($":{other.Options.AccountId}:", StringComparison.Ordinal)
                ? other.SecretsManager : secretsManager;
            var output = await owner.CallAsync(
                new AwsCall(owner.TargetPrefix, "GetSecretValue", input, caller, CancellationToken.None));
            Refuse(role, (string?)output["ARN"] ?? secretId, caller);
            return (string?)output["SecretString"]
                ?? throw Failure($"unable to retrieve secret from asm: secret {secretId} has no text");
        }
        catch (AwsServiceException e)
        {
            var from = reference.Parameter is null ? "unable to retrieve secret from asm" : "unable to retrieve secrets from ssm";
            throw Failure(
                $"{from}: service call has been retried 1 time(s): failed to fetch secret {secretId} from secrets manager: {e.Code}: "
                + $"{e.Message}\n\tstatus code: {e.Status}, request id: {Guid.NewGuid()}");
        }
    }

    private void Refuse(string role, string secret, Caller caller)
    {
        if (_denied.ContainsKey((role, secret)))
        {
            throw new AwsServiceException("AccessDeniedException",
                $"User: {caller.Arn} is not authorized to perform: secretsmanager:GetSecretValue on resource: {secret} because no "
                    + "identity-based policy allows the secretsmanager:GetSecretValue action");
        }
    }

    private static string Member(string text, string key)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject members && members.TryGetPropertyValue(key, out var member) && member is not null)
            {
                return member.GetValueKind() == JsonValueKind.String ? member.GetValue<string>() : member.ToJsonString();
            }
        }
        catch (JsonException)
        {
            throw Failure(
                "unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character looking for beginning "
                + "of value");
        }

        throw Failure(
            "unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did "
            + $"not contain json key {key}");
    }

    private static TaskStartException Failure(string reason) => new(
        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: " + reason);
}
