namespace Amazon.ECS.Model;

/// <summary><c>AwsVpcConfiguration</c> of the Amazon ECS API reference.</summary>
public class AwsVpcConfiguration
{
    public AssignPublicIp AssignPublicIp { get; set; }

    public List<string> SecurityGroups { get; set; }

    public List<string> Subnets { get; set; }

    internal static AwsVpcConfiguration Read(JsonElement json) => new()
    {
        AssignPublicIp = json.Text("assignPublicIp"),
        SecurityGroups = json.Texts("securityGroups"),
        Subnets = json.Texts("subnets"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("assignPublicIp", AssignPublicIp?.Value);
        json.Texts("securityGroups", SecurityGroups);
        json.Texts("subnets", Subnets);
    }
}
