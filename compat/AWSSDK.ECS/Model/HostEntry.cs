namespace Amazon.ECS.Model;

/// <summary><c>HostEntry</c> of the Amazon ECS API reference.</summary>
public class HostEntry
{
    public string Hostname { get; set; }

    public string IpAddress { get; set; }

    internal static HostEntry Read(JsonElement json) => new()
    {
        Hostname = json.Text("hostname"),
        IpAddress = json.Text("ipAddress"),
    };
}
