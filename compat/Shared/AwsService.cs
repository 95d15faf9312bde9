using Amazon.Util.Internal;

namespace Compat.AwsJson;

/// <summary>What distinguishes AWS JSON 1.1 services on the wire.</summary>
/// <param name="Id">The service id, as endpoint variables spell it: "Secrets Manager" is AWS_ENDPOINT_URL_SECRETS_MANAGER.</param>
/// <param name="SigningName">The service's name in signatures and host names.</param>
/// <param name="TargetPrefix">What stands before the operation in the X-Amz-Target header.</param>
/// <param name="ApiVersion">The date of the service's interface.</param>
/// <param name="Json">Reads and writes the models.</param>
/// <param name="Error">Makes the service's base exception, for every error that an operation does not declare.</param>
/// <param name="Errors">The errors that the operations' models declare; only they have a type of their own.</param>
internal sealed record AwsService(
    string Id,
    string SigningName,
    string TargetPrefix,
    string ApiVersion,
    JsonSerializerContext Json,
    Func<string, Exception, AmazonServiceException> Error,
    params DeclaredError[] Errors) : IServiceMetadata
{
    string IServiceMetadata.ServiceId => Id;

    IDictionary<string, string> IServiceMetadata.OperationNameMapping { get; } = new Dictionary<string, string>();

    /// <summary>The service's namespace, by which AWSSDK.Core knows requests.</summary>
    internal string RequestName { get; } = "Amazon." + Id.Replace(" ", "", StringComparison.Ordinal);

    internal string UserAgent => field ??= InternalSDKUtils.BuildUserAgentString(RequestName["Amazon.".Length..], "4.0");

    internal void Configure(ClientConfig config)
    {
        config.ServiceId = Id;
        config.AuthenticationServiceName = SigningName;
        config.EndpointProvider = new ServiceEndpointProvider(SigningName);
    }

    /// <summary>How to call the operation of a client's method.</summary>
    internal InvokeOptions Call<TResponse>(string method)
        where TResponse : AmazonWebServiceResponse
    {
        var operation = method[..^"Async".Length];
        return new()
        {
            RequestMarshaller = new RequestMarshaller(this, operation),
            ResponseUnmarshaller = new ReplyUnmarshaller<TResponse>(this, operation),
        };
    }
}
