namespace RotationLambdas.Sandbox.Iam;

/// <summary>Turns what a secret names as its key into the ARN that IAM decides on.</summary>
internal static class KeyArns
{
    /// <summary><see langword="null"/> for the AWS managed key. An alias stands for a key of the same name here: the sandbox keeps no
    /// keys.</summary>
    public static string? KeyArn(this SandboxOptions account, string? keyId) => keyId switch
    {
        null or "" or "aws/secretsmanager" or "alias/aws/secretsmanager" => null,
        _ when keyId.StartsWith("arn:", StringComparison.Ordinal) => keyId,
        _ => $"arn:aws:kms:{account.Region}:{account.AccountId}:key/{keyId}",
    };
}
