namespace Amazon.ECS.Model;

/// <summary><c>MountPoint</c> of the Amazon ECS API reference.</summary>
public class MountPoint
{
    public string ContainerPath { get; set; }

    public bool? ReadOnly { get; set; }

    public string SourceVolume { get; set; }

    internal static MountPoint Read(JsonElement json) => new()
    {
        ContainerPath = json.Text("containerPath"),
        ReadOnly = json.Flag("readOnly"),
        SourceVolume = json.Text("sourceVolume"),
    };
}
