using Amazon.Runtime.Internal;

namespace Compat.AwsJson;

/// <summary>Puts together what AWSSDK.Core needs to send one operation.</summary>
internal static class Operation
{
    internal static InvokeOptions Options<TResponse>(
        AwsService service, string name, Action<Utf8JsonWriter> write, Func<JsonElement, TResponse> read)
        where TResponse : AmazonWebServiceResponse, new() => new()
        {
            RequestMarshaller = new RequestMarshaller(service, name, write),
            ResponseUnmarshaller = new ReplyUnmarshaller<TResponse>(service, name, read),
        };
}
