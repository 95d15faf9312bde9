namespace Amazon.ECS.Model;

public class ContainerDefinition
{
    public List<string> CredentialSpecs { get; set; }
    public List<KeyValuePair> Environment { get; set; }
    public FirelensConfiguration FirelensConfiguration { get; set; }
    public string Image { get; set; }
    public LogConfiguration LogConfiguration { get; set; }
    public string Name { get; set; }
    public RepositoryCredentials RepositoryCredentials { get; set; }
    public List<Secret> Secrets { get; set; }

    internal static ContainerDefinition Read(JsonElement json) => new()
    {
        CredentialSpecs = json.Texts("credentialSpecs"),
        Environment = json.List("environment", KeyValuePair.Read),
        FirelensConfiguration = json.Object("firelensConfiguration", FirelensConfiguration.Read),
        Image = json.Text("image"),
        LogConfiguration = json.Object("logConfiguration", LogConfiguration.Read),
        Name = json.Text("name"),
        RepositoryCredentials = json.Object("repositoryCredentials", RepositoryCredentials.Read),
        Secrets = json.List("secrets", Secret.Read),
    };
}
