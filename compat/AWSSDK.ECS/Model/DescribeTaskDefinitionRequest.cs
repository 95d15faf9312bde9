namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeTaskDefinition</c> is asked with.</summary>
public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public List<string> Include { get; set; }

    public string TaskDefinition { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Texts("include", Include);
        json.Text("taskDefinition", TaskDefinition);
    }
}
