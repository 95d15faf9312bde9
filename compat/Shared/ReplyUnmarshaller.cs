using Amazon.Runtime.Internal.Util;

namespace Compat.AwsJson;

/// <summary>Reads one operation's reply, and turns an error reply into the service's typed exception.</summary>
internal sealed class ReplyUnmarshaller<TResponse>(AwsService service, string operation) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // As with the official packages, a reply is JSON or an error; services answer {} where there is nothing to report.
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        return body.Length > 0
            ? (TResponse)JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), typeof(TResponse), service.Json)
            : throw new AmazonUnmarshallingException(input.ResponseData.GetHeaderValue("x-amzn-RequestId"), operation, null);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var reply = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var declared = service.Errors.FirstOrDefault(error => error.Code == reply.Code && error.IsDeclaredBy(operation));
        var exception = (declared?.Create ?? service.Error)(reply.Message, innerException);
        exception.ErrorType = reply.Type;
        exception.ErrorCode = reply.Code;
        exception.RequestId = reply.RequestId;
        exception.StatusCode = statusCode;
        return exception;
    }
}
