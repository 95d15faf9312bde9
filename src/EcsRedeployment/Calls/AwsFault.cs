using System.Net;
using Amazon.Runtime;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>Sorts what AWS calls fail with.</summary>
internal static class AwsFault
{
    /// <summary>AWS asks for patience; the call was not executed.</summary>
    public static bool IsThrottling(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded" }
        or AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests };

    /// <summary>The role lacks a permission.</summary>
    public static bool IsAccessDenied(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" };

    /// <summary>What was asked about does not exist, or no longer.</summary>
    public static bool IsGone(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: "ResourceNotFoundException" or "ClusterNotFoundException" or "ServiceNotFoundException" };

    /// <summary>The network or the service failed for the moment; whether the call was executed is not known.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        HttpRequestException or IOException or TimeoutException => true,
        TaskCanceledException { InnerException: TimeoutException } => true,
        AmazonServiceException service => (int)service.StatusCode >= 500 || service.ErrorCode is "ServerException" or "InternalServiceError"
            || service.InnerException is HttpRequestException or IOException,
        AmazonClientException client => client.InnerException is not null && IsPassing(client.InnerException),
        _ => false,
    };
}
