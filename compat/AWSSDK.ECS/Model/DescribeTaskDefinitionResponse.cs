namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeTaskDefinition</c> answers.</summary>
public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; }

    public TaskDefinition TaskDefinition { get; set; }

    internal static DescribeTaskDefinitionResponse Read(JsonElement json) => new()
    {
        Tags = json.List("tags", Tag.Read),
        TaskDefinition = json.Object("taskDefinition", TaskDefinition.Read),
    };
}
