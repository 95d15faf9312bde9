namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectServiceResource</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectServiceResource
{
    public string DiscoveryArn { get; set; }

    public string DiscoveryName { get; set; }

    internal static ServiceConnectServiceResource Read(JsonElement json) => new()
    {
        DiscoveryArn = json.Text("discoveryArn"),
        DiscoveryName = json.Text("discoveryName"),
    };
}
