using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsJson;

/// <summary>Reads one operation's reply, and turns an error reply into the service's typed exception.</summary>
internal sealed class ReplyUnmarshaller<TResponse>(AwsService service, Func<JsonElement, TResponse> read) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // An empty body is an answer too, and IsEmptyResponse overlooks one of unstated length.
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        if (body.Length == 0)
        {
            return new TResponse();
        }

        using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return service.CreateException(
            new ErrorReply(error.Code, error.Message, error.Type, error.RequestId, statusCode, innerException, Body(input)));
    }

    private static JsonElement Body(JsonUnmarshallerContext input)
    {
        try
        {
            using var document = JsonDocument.Parse(input.GetResponseBodyBytes());
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Not every error comes from the service itself: a proxy answers in HTML, or with nothing.
            return default;
        }
    }
}
