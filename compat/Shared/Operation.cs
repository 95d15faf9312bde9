using Amazon.Runtime.Internal;

namespace Compat.AwsJson;

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
