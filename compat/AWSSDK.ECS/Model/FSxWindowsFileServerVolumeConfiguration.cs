namespace Amazon.ECS.Model;

public class FSxWindowsFileServerVolumeConfiguration
{
    public FSxWindowsFileServerAuthorizationConfig AuthorizationConfig { get; set; }

    public string FileSystemId { get; set; }

    internal static FSxWindowsFileServerVolumeConfiguration Read(JsonElement json) => new()
    {
        AuthorizationConfig = json.Object("authorizationConfig", FSxWindowsFileServerAuthorizationConfig.Read),
        FileSystemId = json.Text("fileSystemId"),
    };
}
