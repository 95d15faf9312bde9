using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>Which exception stands for which error code.</summary>
internal static class SecretsManagerErrors
{
    internal static AmazonServiceException Create(ErrorReply e) => e.Code switch
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
        "PublicPolicyException" => new PublicPolicyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceExistsException" => new ResourceExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(
            e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonSecretsManagerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
