using System.Net;
using Amazon.Runtime;
using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>Tells passing faults of Secrets Manager from lasting ones, and says of the latter what to do (user guide: "Troubleshoot AWS Secrets Manager").</summary>
internal static class SecretsErrors
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ThrottlingException", "Throttling", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException",
        "SlowDown", "PriorRequestNotComplete", "BandwidthLimitExceeded", "RequestTimeout", "RequestTimeoutException", "InternalServiceError", "ServiceUnavailable",
    };

    /// <summary>
    /// Whether the same call may well succeed in a moment: throttling, errors of the service, a connection that failed or went silent.
    /// </summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        AmazonServiceException refusal => Passing.Contains(refusal.ErrorCode ?? "") || refusal.StatusCode >= HttpStatusCode.InternalServerError,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The error for a call that failed for good.</summary>
    /// <param name="operation">The operation as AWS names it, for example PutSecretValue.</param>
    /// <param name="secretId">The secret that it was about.</param>
    /// <param name="exception">
    /// What the client threw. It does not become the inner exception: a validation error may quote the request, and with it a password.
    /// </param>
    public static SecretsManagerRefusedException ForGood(string operation, string secretId, Exception exception)
    {
        var secret = OutsideText.Of(secretId);
        if (IsPassing(exception))
        {
            return new SecretsManagerRefusedException(
                $"Secrets Manager gave no answer to {operation} of {secret} while the step had time ({Kind(exception)}).",
                "Give the function's subnets a way to Secrets Manager (a NAT gateway, or the interface endpoint with port 443 open to the function); when they have one, wait for the retry.");
        }

        if (exception is not AmazonServiceException refusal)
        {
            return new SecretsManagerRefusedException(
                $"The call {operation} of {secret} could not be made ({Kind(exception)}).",
                "Check that the function has an execution role and the variable AWS_REGION, as Lambda gives them.");
        }

        var message = refusal.Message ?? "";
        return refusal.ErrorCode switch
        {
            "AccessDeniedException" when Mentions(message, "kms") => Kms(operation, secret),
            "DecryptionFailure" or "EncryptionFailure" => Kms(operation, secret),
            "AccessDeniedException" => new SecretsManagerRefusedException(
                $"The function may not call secretsmanager:{operation} on {secret}.",
                $"Allow secretsmanager:{operation} on this secret in the function's execution role, and see that no policy of the secret, the endpoint or the organisation denies it."),
            "ResourceNotFoundException" => new SecretsManagerRefusedException(
                $"There is no secret {secret} in the function's Region and account.",
                "Correct the secret's ARN, or attach a function that is in the secret's own Region."),
            "InvalidRequestException" when Mentions(message, "deletion") || Mentions(message, "deleted") => new SecretsManagerRefusedException(
                $"The secret {secret} is marked for deletion.", "Restore it with RestoreSecret, or detach its rotation."),
            _ when Mentions(message, "replica") => new SecretsManagerRefusedException(
                $"The secret {secret} is a replica, and only the primary can be rotated.",
                "Attach the rotation to the primary secret in its own Region; the replicas follow by themselves."),
            "LimitExceededException" => new SecretsManagerRefusedException(
                $"The secret {secret} has reached a limit of Secrets Manager, as it refused {operation}.",
                "Remove staging labels that nobody needs, and rotate no more often than every four hours."),
            "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignature" or "MissingAuthenticationToken" => new SecretsManagerRefusedException(
                $"AWS did not accept the function's credentials for {operation} of {secret} ({refusal.ErrorCode}).",
                "Check the execution role and that no AWS_ACCESS_KEY_ID is set by hand in the function's environment."),
            _ => new SecretsManagerRefusedException(
                $"Secrets Manager refused {operation} of {secret} with {Kind(exception)}{(IsQuotable(operation) ? ": " + OutsideText.Of(message).TrimEnd('.') : "")}.",
                "Compare the secret's versions and labels (DescribeSecret, ListSecretVersionIds) with what the message says, mend them, and rotate again."),
        };
    }

    private static SecretsManagerRefusedException Kms(string operation, string secret) => new(
        $"AWS KMS did not let Secrets Manager use the key of {secret} for {operation}.",
        "Enable the key, and allow kms:Decrypt and kms:GenerateDataKey on it for the function's execution role.");

    /// <summary>A refused write may quote what was to be written.</summary>
    private static bool IsQuotable(string operation) => operation != "PutSecretValue";

    private static string Kind(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? OutsideText.Of(code) : exception.GetType().Name;

    private static bool Mentions(string message, string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
}
