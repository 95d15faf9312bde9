namespace Amazon.ECS.Model;

public class ListTasksResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<string> TaskArns { get; set; }

    internal static ListTasksResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("nextToken"),
        TaskArns = json.Texts("taskArns"),
    };
}
