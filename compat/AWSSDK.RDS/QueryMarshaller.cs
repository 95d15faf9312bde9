namespace Amazon.RDS;

/// <summary>Writes one operation's request as a form ("AWS Query protocol" in the Smithy specification).</summary>
internal sealed class QueryMarshaller(string operation, string parameter, string value) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, RDSService.Instance.RequestName) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters.Add("Action", operation);
        request.Parameters.Add("Version", RDSService.Instance.ApiVersion);
        if (value is not null)
        {
            request.Parameters.Add(parameter, value);
        }

        return request;
    }
}
