namespace Amazon.ECS.Model;

/// <summary><c>S3FilesVolumeConfiguration</c> of the Amazon ECS API reference.</summary>
public class S3FilesVolumeConfiguration
{
    public string AccessPointArn { get; set; }

    public string FileSystemArn { get; set; }

    public string RootDirectory { get; set; }

    public int? TransitEncryptionPort { get; set; }

    internal static S3FilesVolumeConfiguration Read(JsonElement json) => new()
    {
        AccessPointArn = json.Text("accessPointArn"),
        FileSystemArn = json.Text("fileSystemArn"),
        RootDirectory = json.Text("rootDirectory"),
        TransitEncryptionPort = json.Int("transitEncryptionPort"),
    };
}
