namespace Amazon.SecretsManager.Model;

public class SecretVersionsListEntry
{
    public DateTime? CreatedDate { get; set; }

    public string VersionId { get; set; }

    public List<string> VersionStages { get; set; }

    internal static SecretVersionsListEntry Read(JsonElement json) => new()
    {
        CreatedDate = json.Time("CreatedDate"),
        VersionId = json.Text("VersionId"),
        VersionStages = json.Texts("VersionStages"),
    };
}
