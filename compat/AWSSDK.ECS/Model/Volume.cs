namespace Amazon.ECS.Model;

public class Volume
{
    public FSxWindowsFileServerVolumeConfiguration FsxWindowsFileServerVolumeConfiguration { get; set; }

    public string Name { get; set; }

    internal static Volume Read(JsonElement json) => new()
    {
        FsxWindowsFileServerVolumeConfiguration =
            json.Object("fsxWindowsFileServerVolumeConfiguration", FSxWindowsFileServerVolumeConfiguration.Read),
        Name = json.Text("name"),
    };
}
