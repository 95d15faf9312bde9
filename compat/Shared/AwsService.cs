using Amazon.Runtime.Internal;

namespace Compat.AwsJson;

/// <summary>What distinguishes AWS JSON 1.1 services on the wire.</summary>
/// <param name="Id">The service id, as endpoint variables spell it: "Secrets Manager" is AWS_ENDPOINT_URL_SECRETS_MANAGER.</param>
/// <param name="RequestName">The name AWSSDK.Core knows requests by, such as "Amazon.SecretsManager".</param>
/// <param name="SigningName">The service's name in signatures and host names.</param>
/// <param name="TargetPrefix">What stands before the operation in the X-Amz-Target header.</param>
/// <param name="ApiVersion">The date of the service's interface.</param>
/// <param name="Declares">Whether an operation's model declares an error; only then does the error have a type of its own.</param>
/// <param name="CreateException">Makes the typed exception for an error; the service's base exception for an unknown code.</param>
internal sealed record AwsService(
    string Id,
    string RequestName,
    string SigningName,
    string TargetPrefix,
    string ApiVersion,
    Func<string, string, bool> Declares,
    Func<ErrorReply, bool, AmazonServiceException> CreateException) : IServiceMetadata
{
    string IServiceMetadata.ServiceId => Id;

    IDictionary<string, string> IServiceMetadata.OperationNameMapping { get; } = new Dictionary<string, string>();
}
