namespace Amazon.ECS.Model;

/// <summary><c>Volume</c> of the Amazon ECS API reference.</summary>
public class Volume
{
    public bool? ConfiguredAtLaunch { get; set; }

    public DockerVolumeConfiguration DockerVolumeConfiguration { get; set; }

    public EFSVolumeConfiguration EfsVolumeConfiguration { get; set; }

    public FSxWindowsFileServerVolumeConfiguration FsxWindowsFileServerVolumeConfiguration { get; set; }

    public HostVolumeProperties Host { get; set; }

    public string Name { get; set; }

    public S3FilesVolumeConfiguration S3filesVolumeConfiguration { get; set; }

    internal static Volume Read(JsonElement json) => new()
    {
        ConfiguredAtLaunch = json.Flag("configuredAtLaunch"),
        DockerVolumeConfiguration = json.Object("dockerVolumeConfiguration", DockerVolumeConfiguration.Read),
        EfsVolumeConfiguration = json.Object("efsVolumeConfiguration", EFSVolumeConfiguration.Read),
        FsxWindowsFileServerVolumeConfiguration =
            json.Object("fsxWindowsFileServerVolumeConfiguration", FSxWindowsFileServerVolumeConfiguration.Read),
        Host = json.Object("host", HostVolumeProperties.Read),
        Name = json.Text("name"),
        S3filesVolumeConfiguration = json.Object("s3filesVolumeConfiguration", S3FilesVolumeConfiguration.Read),
    };
}
