namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeTaskDefinition</c> answers.</summary>
public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition TaskDefinition { get; set; }

    internal static DescribeTaskDefinitionResponse Read(JsonElement json) => new()
    {
        TaskDefinition = json.Object("taskDefinition", TaskDefinition.Read),
    };
}
