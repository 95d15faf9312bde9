namespace Amazon.SecretsManager.Model;

/// <summary><c>ReplicaRegionType</c> of the AWS Secrets Manager API reference.</summary>
public class ReplicaRegionType
{
    public string KmsKeyId { get; set; }

    public string Region { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("KmsKeyId", KmsKeyId);
        json.Text("Region", Region);
    }
}
