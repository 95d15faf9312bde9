using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

internal static class SecretsManagerErrors
{
    internal static bool Declares(string operation, string code) => code switch
    {
        "DecryptionFailure" => operation is "GetSecretValue" or "PutSecretValue" or "CreateSecret",
        "EncryptionFailure" => operation is "PutSecretValue" or "CreateSecret",
        "InternalServiceError" => true,
        "InvalidNextTokenException" => operation is "ListSecretVersionIds" or "ListSecrets",
        "InvalidParameterException" => true,
        "InvalidRequestException" => operation is not ("DescribeSecret" or "ListSecretVersionIds"),
        "LimitExceededException" => operation is "PutSecretValue" or "UpdateSecretVersionStage" or "CreateSecret",
        "MalformedPolicyDocumentException" => operation is "CreateSecret",
        "PreconditionNotMetException" => operation is "CreateSecret",
        "ResourceExistsException" => operation is "PutSecretValue" or "CreateSecret",
        "ResourceNotFoundException" => operation is not ("ListSecrets"),
        _ => false,
    };

    internal static AmazonServiceException Create(ErrorReply e, bool declared) => declared ? Typed(e) : Base(e);

    private static AmazonSecretsManagerException Typed(ErrorReply e) => e.Code switch
    {
        "DecryptionFailure" => new DecryptionFailureException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "EncryptionFailure" => new EncryptionFailureException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InternalServiceError" => new InternalServiceErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidNextTokenException" => new InvalidNextTokenException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterException" => new InvalidParameterException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidRequestException" => new InvalidRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "MalformedPolicyDocumentException" => new MalformedPolicyDocumentException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PreconditionNotMetException" => new PreconditionNotMetException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceExistsException" => new ResourceExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => Base(e),
    };

    private static AmazonSecretsManagerException Base(ErrorReply e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
}
