namespace Amazon.ECS.Model;

/// <summary><c>NetworkInterface</c> of the Amazon ECS API reference.</summary>
public class NetworkInterface
{
    public string AttachmentId { get; set; }

    public string Ipv6Address { get; set; }

    public string PrivateIpv4Address { get; set; }

    internal static NetworkInterface Read(JsonElement json) => new()
    {
        AttachmentId = json.Text("attachmentId"),
        Ipv6Address = json.Text("ipv6Address"),
        PrivateIpv4Address = json.Text("privateIpv4Address"),
    };
}
