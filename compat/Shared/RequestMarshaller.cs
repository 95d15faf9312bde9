namespace Compat.AwsJson;

/// <summary>Writes one operation's request as AWS JSON 1.1 ("AWS JSON 1.1 protocol" in the Smithy specification).</summary>
internal sealed class RequestMarshaller(AwsService service, string operation) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.RequestName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), service.Json),
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        request.Headers["X-Amz-Api-Version"] = service.ApiVersion;
        return request;
    }
}
