namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition TaskDefinition { get; set; }

    internal static DescribeTaskDefinitionResponse Read(JsonElement json) => new()
    {
        TaskDefinition = json.Object("taskDefinition", TaskDefinition.Read),
    };
}
