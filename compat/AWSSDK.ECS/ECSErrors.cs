using Amazon.ECS.Model;

namespace Amazon.ECS;

/// <summary>Which exception stands for which error code.</summary>
internal static class ECSErrors
{
    internal static AmazonServiceException Create(ErrorReply e) => e.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClientException" => new ClientException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClusterNotFoundException" => new ClusterNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ConflictException" => new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode)
        {
            ResourceIds = e.Body.Texts("resourceIds"),
        },
        "InvalidParameterException" => new InvalidParameterException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NamespaceNotFoundException" => new NamespaceNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformTaskDefinitionIncompatibilityException" => new PlatformTaskDefinitionIncompatibilityException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformUnknownException" => new PlatformUnknownException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServerException" => new ServerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceDeploymentNotFoundException" => new ServiceDeploymentNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotActiveException" => new ServiceNotActiveException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotFoundException" => new ServiceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "UnsupportedFeatureException" => new UnsupportedFeatureException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "UpdateInProgressException" => new UpdateInProgressException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonECSException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
