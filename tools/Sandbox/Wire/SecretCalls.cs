namespace RotationLambdas.Sandbox.Wire;

/// <summary>What an administrator does with secrets.</summary>
public static class SecretCalls
{
    /// <returns>The secret's ARN.</returns>
    public static async Task<string> CreateSecretAsync(this AwsJsonClient aws, string name, string value, string? keyId = null) =>
        (string)(await aws.CallAsync("secretsmanager.CreateSecret", new JsonObject
        {
            ["Name"] = name,
            ["SecretString"] = value,
            ["KmsKeyId"] = keyId,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
        }.WithoutNulls()))["ARN"]!;

    /// <param name="stage">The label of the new version; AWSCURRENT when none is named.</param>
    /// <returns>The new version's id.</returns>
    public static async Task<string> PutSecretValueAsync(
        this AwsJsonClient aws, string secret, string value, string? stage = null) =>
        (string)(await aws.CallAsync("secretsmanager.PutSecretValue", new JsonObject
        {
            ["SecretId"] = secret,
            ["SecretString"] = value,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["VersionStages"] = stage is null ? null : new JsonArray(stage),
        }.WithoutNulls()))["VersionId"]!;

    public static Task<JsonObject> RotateSecretAsync(this AwsJsonClient aws, string secret, string functionArn, bool immediately = true) =>
        aws.CallAsync("secretsmanager.RotateSecret", new()
        {
            ["SecretId"] = secret,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["RotationLambdaARN"] = functionArn,
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
            ["RotateImmediately"] = immediately,
        });
}
