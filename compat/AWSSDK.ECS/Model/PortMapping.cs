namespace Amazon.ECS.Model;

/// <summary><c>PortMapping</c> of the Amazon ECS API reference.</summary>
public class PortMapping
{
    public ApplicationProtocol AppProtocol { get; set; }

    public int? ContainerPort { get; set; }

    public string ContainerPortRange { get; set; }

    public int? HostPort { get; set; }

    public string Name { get; set; }

    public TransportProtocol Protocol { get; set; }

    internal static PortMapping Read(JsonElement json) => new()
    {
        AppProtocol = json.Text("appProtocol"),
        ContainerPort = json.Int("containerPort"),
        ContainerPortRange = json.Text("containerPortRange"),
        HostPort = json.Int("hostPort"),
        Name = json.Text("name"),
        Protocol = json.Text("protocol"),
    };
}
