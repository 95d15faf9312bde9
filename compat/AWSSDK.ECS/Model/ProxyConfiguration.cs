namespace Amazon.ECS.Model;

/// <summary><c>ProxyConfiguration</c> of the Amazon ECS API reference.</summary>
public class ProxyConfiguration
{
    public string ContainerName { get; set; }

    public List<KeyValuePair> Properties { get; set; }

    public ProxyConfigurationType Type { get; set; }

    internal static ProxyConfiguration Read(JsonElement json) => new()
    {
        ContainerName = json.Text("containerName"),
        Properties = json.List("properties", KeyValuePair.Read),
        Type = json.Text("type"),
    };
}
