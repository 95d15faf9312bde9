using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsJson;

/// <summary>Reads one operation's reply, and turns an error reply into the service's typed exception.</summary>
internal sealed class ReplyUnmarshaller<TResponse>(AwsService service, string operation, Func<JsonElement, TResponse> read)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // As with the official packages, a reply is JSON or an error; services answer {} where there is nothing to report.
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        if (body.Length == 0)
        {
            throw new AmazonUnmarshallingException(input.ResponseData.GetHeaderValue("x-amzn-RequestId"), operation, null);
        }

        using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var reply = new ErrorReply(error.Code, error.Message, error.Type, error.RequestId, statusCode, innerException);
        return service.CreateException(reply, service.Declares(operation, error.Code));
    }
}
