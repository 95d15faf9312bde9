namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public string TaskDefinition { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("taskDefinition", TaskDefinition);
    }
}
