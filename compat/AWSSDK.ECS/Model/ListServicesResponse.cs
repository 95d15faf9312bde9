namespace Amazon.ECS.Model;

public class ListServicesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<string> ServiceArns { get; set; }

    internal static ListServicesResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("nextToken"),
        ServiceArns = json.Texts("serviceArns"),
    };
}
