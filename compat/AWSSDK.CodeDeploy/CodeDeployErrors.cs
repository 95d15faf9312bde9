using Amazon.CodeDeploy.Model;

namespace Amazon.CodeDeploy;

internal static class CodeDeployErrors
{
    internal static bool Declares(string operation, string code) => code switch
    {
        "DeploymentDoesNotExistException" => operation is "GetDeployment",
        "DeploymentLimitExceededException" => operation is "CreateDeployment",
        "RevisionDoesNotExistException" => operation is not ("GetDeployment"),
        "ThrottlingException" => operation is "CreateDeployment",
        _ => false,
    };

    internal static AmazonServiceException Create(ErrorReply e, bool declared) => declared ? Typed(e) : Base(e);

    private static AmazonCodeDeployException Typed(ErrorReply e) => e.Code switch
    {
        "DeploymentDoesNotExistException" => new DeploymentDoesNotExistException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "DeploymentLimitExceededException" => new DeploymentLimitExceededException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "RevisionDoesNotExistException" => new RevisionDoesNotExistException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ThrottlingException" => new ThrottlingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => Base(e),
    };

    private static AmazonCodeDeployException Base(ErrorReply e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
}
