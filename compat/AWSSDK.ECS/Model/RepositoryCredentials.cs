namespace Amazon.ECS.Model;

public class RepositoryCredentials
{
    public string CredentialsParameter { get; set; }

    internal static RepositoryCredentials Read(JsonElement json) => new()
    {
        CredentialsParameter = json.Text("credentialsParameter"),
    };
}
