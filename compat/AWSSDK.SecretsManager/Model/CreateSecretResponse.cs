namespace Amazon.SecretsManager.Model;

/// <summary>What <c>CreateSecret</c> answers.</summary>
public class CreateSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public string Name { get; set; }

    public List<ReplicationStatusType> ReplicationStatus { get; set; }

    public string VersionId { get; set; }

    internal static CreateSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        Name = json.Text("Name"),
        ReplicationStatus = json.List("ReplicationStatus", ReplicationStatusType.Read),
        VersionId = json.Text("VersionId"),
    };
}
