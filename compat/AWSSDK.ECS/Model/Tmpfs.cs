namespace Amazon.ECS.Model;

/// <summary><c>Tmpfs</c> of the Amazon ECS API reference.</summary>
public class Tmpfs
{
    public string ContainerPath { get; set; }

    public List<string> MountOptions { get; set; }

    public int? Size { get; set; }

    internal static Tmpfs Read(JsonElement json) => new()
    {
        ContainerPath = json.Text("containerPath"),
        MountOptions = json.Texts("mountOptions"),
        Size = json.Int("size"),
    };
}
