namespace Amazon.SecretsManager.Model;

/// <summary>What <c>CreateSecret</c> is asked with.</summary>
public class CreateSecretRequest : AmazonSecretsManagerRequest
{
    public List<ReplicaRegionType> AddReplicaRegions { get; set; }

    public string ClientRequestToken { get; set; }

    public string Description { get; set; }

    public bool? ForceOverwriteReplicaSecret { get; set; }

    public string KmsKeyId { get; set; }

    public string Name { get; set; }

    public MemoryStream SecretBinary { get; set; }

    public string SecretString { get; set; }

    public List<Tag> Tags { get; set; }

    public string Type { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.List("AddReplicaRegions", AddReplicaRegions, (item, to) => item.Write(to));
        json.Text("ClientRequestToken", ClientRequestToken ?? Guid.NewGuid().ToString());
        json.Text("Description", Description);
        json.Flag("ForceOverwriteReplicaSecret", ForceOverwriteReplicaSecret);
        json.Text("KmsKeyId", KmsKeyId);
        json.Text("Name", Name);
        json.Bytes("SecretBinary", SecretBinary);
        json.Text("SecretString", SecretString);
        json.List("Tags", Tags, (item, to) => item.Write(to));
        json.Text("Type", Type);
    }
}
