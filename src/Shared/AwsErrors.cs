using Amazon.Runtime;

namespace RotationLambdas.Shared;

/// <summary>What a failed AWS call means for the caller.</summary>
internal enum AwsErrorKind
{
    /// <summary>AWS limits the rate of calls; the call was not executed, and the same call succeeds later.</summary>
    Throttled,

    /// <summary>The network or the service failed for the moment; whether the call was executed is not known.</summary>
    Transient,

    /// <summary>A policy refuses the call. It stays refused until somebody changes the policy.</summary>
    AccessDenied,

    /// <summary>The resource does not exist, or no longer.</summary>
    NotFound,

    /// <summary>Any other refusal. The same call would be refused, too.</summary>
    Refused,

    /// <summary>Not an error of an AWS call.</summary>
    Other,
}

/// <summary>The one classification of errors of AWS calls.</summary>
internal static class AwsErrors
{
    /// <summary>Error codes of throttling (AWS SDKs and Tools Reference Guide, "Retry behavior").</summary>
    private static readonly HashSet<string> Throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled",
        "TooManyRequestsException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
        "ProvisionedThroughputExceededException", "TransactionInProgressException",
    };

    private static readonly HashSet<string> TransientCodes = new(StringComparer.Ordinal)
    {
        "RequestTimeout", "RequestTimeoutException", "InternalError", "InternalFailure", "InternalServiceError", "InternalServerError",
        "ServerException", "ServiceUnavailable", "ServiceUnavailableException",
    };

    private static readonly HashSet<string> Denied = new(StringComparer.Ordinal)
    {
        "AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "NotAuthorized", "AuthorizationError",
    };

    private static readonly HashSet<string> Missing = new(StringComparer.Ordinal)
    {
        "ResourceNotFoundException", "ClusterNotFoundException", "ServiceNotFoundException",
    };

    public static AwsErrorKind Classify(Exception exception) => exception switch
    {
        AmazonServiceException service => Classify(service),
        HttpRequestException or IOException or TimeoutException => AwsErrorKind.Transient,
        TaskCanceledException { InnerException: TimeoutException } => AwsErrorKind.Transient,
        AmazonClientException { InnerException: { } inner } when Classify(inner) is AwsErrorKind.Transient => AwsErrorKind.Transient,
        AmazonClientException => AwsErrorKind.Refused,
        _ => AwsErrorKind.Other,
    };

    /// <summary>The same call may succeed in a moment.</summary>
    public static bool IsWorthRetrying(Exception exception) => Classify(exception) is AwsErrorKind.Throttled or AwsErrorKind.Transient;

    private static AwsErrorKind Classify(AmazonServiceException service)
    {
        var code = service.ErrorCode ?? "";
        return Throttling.Contains(code) || service.StatusCode is HttpStatusCode.TooManyRequests ? AwsErrorKind.Throttled
            : TransientCodes.Contains(code) || (int)service.StatusCode >= 500
                || service.InnerException is HttpRequestException or IOException
                ? AwsErrorKind.Transient
            : Denied.Contains(code) ? AwsErrorKind.AccessDenied
            : Missing.Contains(code) ? AwsErrorKind.NotFound
            : AwsErrorKind.Refused;
    }
}
