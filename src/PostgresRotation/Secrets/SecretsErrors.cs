using Amazon.Runtime;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>Decides what to do about a call that failed for good (user guide: "Troubleshoot AWS Secrets Manager").</summary>
internal static class SecretsErrors
{
    /// <summary>The error for a call that failed for good, or for as long as the step had time.</summary>
    /// <param name="operation">The operation as AWS names it, for example PutSecretValue.</param>
    /// <param name="exception">The last error. A validation error may quote the request, and with it a password.</param>
    /// <param name="attempts">How often the call was made.</param>
    public static SecretsManagerRefusedException Final(string operation, string secret, Exception exception, int attempts)
    {
        switch (AwsErrors.Classify(exception))
        {
            case AwsErrorKind.Throttled:
                return new SecretsManagerRefusedException(
                    $"Secrets Manager throttled {operation} of {secret} in all of {attempts} attempts ({Kind(exception)}).",
                    "Spread the rotation schedules over a longer window; the rotation is retried.");
            case AwsErrorKind.Transient when exception is AmazonServiceException { StatusCode: not 0 }:
                return new SecretsManagerRefusedException(
                    $"Secrets Manager failed in all of {attempts} attempts of {operation} of {secret} ({Kind(exception)}).",
                    "See the AWS Health Dashboard for Secrets Manager in this Region; the rotation is retried.");
            case AwsErrorKind.Transient or AwsErrorKind.Other:
                return new SecretsManagerRefusedException(
                    $"Secrets Manager gave no answer to {operation} of {secret} in {attempts} attempts ({Kind(exception)}).",
                    "Give the function's subnets a way to Secrets Manager (a NAT gateway, or the interface endpoint with port 443 open "
                        + "to the function); when they have one, the rotation is retried.");
            case AwsErrorKind.AccessDenied or AwsErrorKind.NotFound or AwsErrorKind.Refused:
                return Refused(operation, secret, exception);
            default:
                throw new UnreachableException();
        }
    }

    private static SecretsManagerRefusedException Refused(string operation, string secret, Exception exception)
    {
        if (exception is not AmazonServiceException refusal)
        {
            return new SecretsManagerRefusedException(
                $"The call {operation} of {secret} could not be made ({Kind(exception)}).",
                "Check that the function has an execution role and the variable AWS_REGION, as Lambda gives them.");
        }

        var message = refusal.Message ?? "";
        return refusal.ErrorCode switch
        {
            "AccessDeniedException" when Mentions(message, "access to KMS") || Mentions(message, "perform: kms:") => Kms(operation, secret),
            "DecryptionFailure" or "EncryptionFailure" => Kms(operation, secret),
            "AccessDeniedException" => new SecretsManagerRefusedException(
                $"The function may not call secretsmanager:{operation} on {secret}.",
                $"Allow secretsmanager:{operation} on this secret in the function's execution role, and check that no policy of the "
                    + $"secret, the endpoint or the organisation denies it."),
            "ResourceNotFoundException" => new SecretsManagerRefusedException(
                $"There is no secret {secret} in the function's Region and account.",
                "Correct the secret's ARN, or attach a function that is in the secret's own Region."),
            "InvalidRequestException" when Mentions(message, " for deletion") || Mentions(message, " deleted") =>
                new SecretsManagerRefusedException(
                $"The secret {secret} is marked for deletion.", "Restore it with RestoreSecret, or detach its rotation."),
            _ when Mentions(message, "replica secret") => new SecretsManagerRefusedException(
                $"The secret {secret} is a replica, and only the primary can be rotated.",
                "Attach the rotation to the primary secret in its own Region; the replicas follow by themselves."),
            "LimitExceededException" => new SecretsManagerRefusedException(
                $"The secret {secret} has reached a limit of Secrets Manager, as it refused {operation}.",
                "Remove staging labels that nobody needs, and rotate no more often than every four hours."),
            "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignature"
                or "MissingAuthenticationToken" => new SecretsManagerRefusedException(
                $"AWS did not accept the function's credentials for {operation} of {secret} ({refusal.ErrorCode}).",
                "Check the execution role and that no AWS_ACCESS_KEY_ID is set by hand in the function's environment."),
            _ => new SecretsManagerRefusedException(
                $"Secrets Manager refused {operation} of {secret} with "
                    + $"{Kind(exception)}{(IsQuotable(operation) ? ": " + message.TrimEnd('.') : "")}.",
                "Compare the secret's versions and labels (DescribeSecret, ListSecretVersionIds) with the message, correct "
                    + "them, and rotate."),
        };
    }

    private static SecretsManagerRefusedException Kms(string operation, string secret) => new(
        $"AWS KMS did not let Secrets Manager use the key of {secret} for {operation}.",
        "Enable the key, and allow kms:Decrypt and kms:GenerateDataKey on it for the function's execution role.");

    /// <summary>A refused write may quote what was to be written.</summary>
    private static bool IsQuotable(string operation) => operation != "PutSecretValue";

    private static string Kind(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().Name;

    /// <summary>Whether the message has the words. A secret's name in it has no space, so words with one are AWS's own.</summary>
    private static bool Mentions(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
