using Amazon.ECS.Model;

namespace Amazon.ECS;

internal static class ECSErrors
{
    internal static bool Declares(string operation, string code) => code switch
    {
        "AccessDeniedException" => true,
        "ClientException" => true,
        "ClusterNotFoundException" => operation is not ("ListClusters" or "DescribeTaskDefinition"),
        "InvalidParameterException" => true,
        "NamespaceNotFoundException" => operation is "UpdateService",
        "PlatformTaskDefinitionIncompatibilityException" => operation is "UpdateService",
        "PlatformUnknownException" => operation is "UpdateService",
        "ServerException" => true,
        "ServiceNotActiveException" => operation is "UpdateService",
        "ServiceNotFoundException" => operation is "UpdateService" or "ListTasks" or "ListServiceDeployments"
            or "DescribeServiceDeployments",
        "UnsupportedFeatureException" => operation is "UpdateService" or "ListServiceDeployments" or "DescribeServiceDeployments",
        _ => false,
    };

    internal static AmazonServiceException Create(ErrorReply e, bool declared) => declared ? Typed(e) : Base(e);

    private static AmazonECSException Typed(ErrorReply e) => e.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClientException" => new ClientException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClusterNotFoundException" => new ClusterNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterException" => new InvalidParameterException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NamespaceNotFoundException" => new NamespaceNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformTaskDefinitionIncompatibilityException" => new PlatformTaskDefinitionIncompatibilityException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformUnknownException" => new PlatformUnknownException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServerException" => new ServerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotActiveException" => new ServiceNotActiveException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotFoundException" => new ServiceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "UnsupportedFeatureException" => new UnsupportedFeatureException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => Base(e),
    };

    private static AmazonECSException Base(ErrorReply e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
}
