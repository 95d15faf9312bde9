namespace Amazon.ECS.Model;

/// <summary><c>NetworkBinding</c> of the Amazon ECS API reference.</summary>
public class NetworkBinding
{
    public string BindIP { get; set; }

    public int? ContainerPort { get; set; }

    public string ContainerPortRange { get; set; }

    public int? HostPort { get; set; }

    public string HostPortRange { get; set; }

    public TransportProtocol Protocol { get; set; }

    internal static NetworkBinding Read(JsonElement json) => new()
    {
        BindIP = json.Text("bindIP"),
        ContainerPort = json.Int("containerPort"),
        ContainerPortRange = json.Text("containerPortRange"),
        HostPort = json.Int("hostPort"),
        HostPortRange = json.Text("hostPortRange"),
        Protocol = json.Text("protocol"),
    };
}
