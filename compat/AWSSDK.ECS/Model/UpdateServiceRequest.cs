namespace Amazon.ECS.Model;

public class UpdateServiceRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public int? DesiredCount { get; set; }
    public bool? ForceNewDeployment { get; set; }
    public string Service { get; set; }
    public string TaskDefinition { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Number("desiredCount", DesiredCount);
        json.Flag("forceNewDeployment", ForceNewDeployment);
        json.Text("service", Service);
        json.Text("taskDefinition", TaskDefinition);
    }
}
