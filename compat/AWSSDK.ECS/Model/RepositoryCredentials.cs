namespace Amazon.ECS.Model;

/// <summary><c>RepositoryCredentials</c> of the Amazon ECS API reference.</summary>
public class RepositoryCredentials
{
    public string CredentialsParameter { get; set; }

    internal static RepositoryCredentials Read(JsonElement json) => new()
    {
        CredentialsParameter = json.Text("credentialsParameter"),
    };
}
