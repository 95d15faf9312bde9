namespace Amazon.ECS.Model;

public class DescribeServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public List<string> Include { get; set; }

    public List<string> Services { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Texts("include", Include);
        json.Texts("services", Services);
    }
}
