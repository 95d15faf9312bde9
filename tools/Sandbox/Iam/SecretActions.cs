namespace RotationLambdas.Sandbox.Iam;

/// <summary>Secrets Manager's actions, and the KMS actions that it does with its caller's rights on secrets under a customer managed key
/// (AWS Secrets Manager User Guide, "Secret encryption and decryption").</summary>
internal sealed class SecretActions(SandboxOptions account, Func<string, SecretIdentity?> secrets)
{
    public IEnumerable<IamRequest> Of(AwsCall call)
    {
        if (call.Operation == "ListSecrets")
        {
            return [new IamRequest("secretsmanager:ListSecrets", "*")];
        }

        var id = (call.Input["SecretId"] ?? call.Input["Name"])?.GetValue<string>() ?? string.Empty;
        var secret = secrets(id) ?? new SecretIdentity(AssumedArn(id), null, null);
        var request = new IamRequest($"secretsmanager:{call.Operation}", secret.Arn)
            .With("secretsmanager:SecretId", id)
            .With("secretsmanager:VersionStage", call.Input["VersionStage"]?.GetValue<string>())
            .With("secretsmanager:resource/AllowRotationLambdaArn", secret.RotationLambdaArn);
        return secret.KmsKeyArn is null
            ? [request] : KeyActions(call.Operation).Select(action => KeyRequest(action, secret)).Prepend(request);
    }

    private static string[] KeyActions(string operation) => operation switch
    {
        "GetSecretValue" => ["kms:Decrypt"],
        // Decrypt, to compare with the value that the version may have already.
        "PutSecretValue" => ["kms:GenerateDataKey", "kms:Decrypt"],
        _ => [],
    };

    private IamRequest KeyRequest(string action, SecretIdentity secret) => new IamRequest(action, secret.KmsKeyArn!)
        .With("kms:ViaService", $"secretsmanager.{account.Region}.amazonaws.com")
        .With("kms:EncryptionContext:SecretARN", secret.Arn);

    // A name that no secret has is authorised as the ARN that it would begin.
    private string AssumedArn(string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) ? id : $"arn:aws:secretsmanager:{account.Region}:{account.AccountId}:secret:{id}";
}
