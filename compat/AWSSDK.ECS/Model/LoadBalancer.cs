namespace Amazon.ECS.Model;

/// <summary><c>LoadBalancer</c> of the Amazon ECS API reference.</summary>
public class LoadBalancer
{
    public AdvancedConfiguration AdvancedConfiguration { get; set; }

    public string ContainerName { get; set; }

    public int? ContainerPort { get; set; }

    public string LoadBalancerName { get; set; }

    public string TargetGroupArn { get; set; }

    internal static LoadBalancer Read(JsonElement json) => new()
    {
        AdvancedConfiguration = json.Object("advancedConfiguration", AdvancedConfiguration.Read),
        ContainerName = json.Text("containerName"),
        ContainerPort = json.Int("containerPort"),
        LoadBalancerName = json.Text("loadBalancerName"),
        TargetGroupArn = json.Text("targetGroupArn"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Object("advancedConfiguration", AdvancedConfiguration, (item, to) => item.Write(to));
        json.Text("containerName", ContainerName);
        json.Number("containerPort", ContainerPort);
        json.Text("loadBalancerName", LoadBalancerName);
        json.Text("targetGroupArn", TargetGroupArn);
    }
}
