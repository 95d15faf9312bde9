namespace Amazon.ECS.Model;

/// <summary><c>Device</c> of the Amazon ECS API reference.</summary>
public class Device
{
    public string ContainerPath { get; set; }

    public string HostPath { get; set; }

    public List<string> Permissions { get; set; }

    internal static Device Read(JsonElement json) => new()
    {
        ContainerPath = json.Text("containerPath"),
        HostPath = json.Text("hostPath"),
        Permissions = json.Texts("permissions"),
    };
}
