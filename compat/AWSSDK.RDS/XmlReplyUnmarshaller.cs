using System.Xml;

namespace Amazon.RDS;

/// <summary>Reads the result element of one operation's reply, and turns an error reply into an exception.</summary>
internal sealed class XmlReplyUnmarshaller<TResponse>(Func<XmlElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context) =>
        read(XmlElement.Load(context.Stream).Children.First(element => element.Name.EndsWith("Result", StringComparison.Ordinal)));

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        XmlElement root = null;
        try
        {
            root = XmlElement.Load(context.Stream);
        }
        catch (XmlException)
        {
            // A proxy's page.
        }

        var error = root?.Child("Error");
        return new AmazonRDSException(error?.Text("Message"), innerException)
        {
            ErrorType = error?.Text("Type") == "Sender" ? ErrorType.Sender : ErrorType.Unknown,
            ErrorCode = error?.Text("Code"),
            RequestId = root?.Text("RequestId"),
            StatusCode = statusCode,
        };
    }
}
