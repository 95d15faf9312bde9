namespace Amazon.ECS.Model;

public class ListClustersResponse : AmazonWebServiceResponse
{
    public List<string> ClusterArns { get; set; }

    public string NextToken { get; set; }

    internal static ListClustersResponse Read(JsonElement json) => new()
    {
        ClusterArns = json.Texts("clusterArns"),
        NextToken = json.Text("nextToken"),
    };
}
