namespace Amazon.ECS.Model;

public class FSxWindowsFileServerAuthorizationConfig
{
    public string CredentialsParameter { get; set; }

    public string Domain { get; set; }

    internal static FSxWindowsFileServerAuthorizationConfig Read(JsonElement json) => new()
    {
        CredentialsParameter = json.Text("credentialsParameter"),
        Domain = json.Text("domain"),
    };
}
