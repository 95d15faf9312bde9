namespace Amazon.ECS.Model;

/// <summary><c>EFSVolumeConfiguration</c> of the Amazon ECS API reference.</summary>
public class EFSVolumeConfiguration
{
    public EFSAuthorizationConfig AuthorizationConfig { get; set; }

    public string FileSystemId { get; set; }

    public string RootDirectory { get; set; }

    public EFSTransitEncryption TransitEncryption { get; set; }

    public int? TransitEncryptionPort { get; set; }

    internal static EFSVolumeConfiguration Read(JsonElement json) => new()
    {
        AuthorizationConfig = json.Object("authorizationConfig", EFSAuthorizationConfig.Read),
        FileSystemId = json.Text("fileSystemId"),
        RootDirectory = json.Text("rootDirectory"),
        TransitEncryption = json.Text("transitEncryption"),
        TransitEncryptionPort = json.Int("transitEncryptionPort"),
    };
}
