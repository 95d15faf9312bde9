using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RDS;

/// <summary>Reads the result element of one operation's reply, and turns an error reply into an exception.</summary>
internal sealed class XmlReplyUnmarshaller<TResponse>(Func<XElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context) =>
        read(Load(context).Elements().First(element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal)));

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        XElement root = null;
        try
        {
            root = Load(context);
        }
        catch (XmlException)
        {
            // A proxy's page.
        }

        var error = root?.Child("Error");
        return new AmazonRDSException(error.Text("Message"), innerException)
        {
            ErrorType = error.Text("Type") == "Sender" ? ErrorType.Sender : ErrorType.Unknown,
            ErrorCode = error.Text("Code"),
            RequestId = root.Text("RequestId"),
            StatusCode = statusCode,
        };
    }

    private static XElement Load(XmlUnmarshallerContext context) => XElement.Load(context.Stream);
}
