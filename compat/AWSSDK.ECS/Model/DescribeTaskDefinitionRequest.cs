namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeTaskDefinition</c> is asked with.</summary>
public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public string TaskDefinition { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("taskDefinition", TaskDefinition);
    }
}
