namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Why new tasks of a service do not start.</summary>
/// <param name="Quoted">What Amazon ECS says, word for word.</param>
/// <param name="Likely">What is most likely behind it and what to do; null when that cannot be told.</param>
internal sealed record FailureCause(string Quoted, string? Likely)
{
    private const int LongestQuote = 1000;

    /// <summary>Finds the likely cause behind what Amazon ECS says of a stopped task.</summary>
    public static FailureCause Of(string quoted) => new(quoted.Length <= LongestQuote ? quoted : quoted[..LongestQuote], LikelyBehind(quoted));

    private static string? LikelyBehind(string quoted)
    {
        bool Says(string text) => quoted.Contains(text, StringComparison.OrdinalIgnoreCase);

        return Says("did not contain json key")
            ? "The secret's new value lacks a JSON key that the task definition reads. Put the key back, or correct the reference."
            : Says("kms:Decrypt") || (Says("AccessDenied") && Says("KMS"))
            ? "The task's execution role is not allowed to decrypt the secret. Allow it kms:Decrypt on the secret's key, in the role and in the key's policy."
            : Says("GetSecretValue") && (Says("AccessDenied") || Says("not authorized"))
            ? "The task's execution role is not allowed to read the secret. Allow it secretsmanager:GetSecretValue on the secret's ARN with its suffix, and kms:Decrypt on its key."
            : Says("ssm:GetParameters") && (Says("AccessDenied") || Says("not authorized"))
            ? "The task's execution role is not allowed to read the parameter. Allow it ssm:GetParameters on it, and kms:Decrypt on its key."
            : Says("ResourceNotFoundException") || Says("invalid ssm parameters")
            ? "What the task definition refers to is not there. Look whether the secret or parameter was deleted or lives in another Region."
            : Says("GetSecretValueInput.VersionId")
            ? "The reference names a version id that is none. Correct it in the task definition."
            : Says("ResourceInitializationError")
            ? "The task could not be made ready. Most often its subnet has no way to Secrets Manager, Amazon ECR or CloudWatch Logs, or its execution role lacks a permission."
            : Says("CannotPullContainerError")
            ? "The image could not be pulled. Look whether its tag or digest still exists."
            : null;
    }
}
