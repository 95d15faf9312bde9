namespace Amazon.ECS.Model;

/// <summary><c>HostVolumeProperties</c> of the Amazon ECS API reference.</summary>
public class HostVolumeProperties
{
    public string SourcePath { get; set; }

    internal static HostVolumeProperties Read(JsonElement json) => new()
    {
        SourcePath = json.Text("sourcePath"),
    };
}
