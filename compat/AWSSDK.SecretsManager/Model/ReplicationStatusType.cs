namespace Amazon.SecretsManager.Model;

/// <summary><c>ReplicationStatusType</c> of the AWS Secrets Manager API reference.</summary>
public class ReplicationStatusType
{
    public string KmsKeyId { get; set; }

    public DateTime? LastAccessedDate { get; set; }

    public string Region { get; set; }

    public StatusType Status { get; set; }

    public string StatusMessage { get; set; }

    internal static ReplicationStatusType Read(JsonElement json) => new()
    {
        KmsKeyId = json.Text("KmsKeyId"),
        LastAccessedDate = json.Time("LastAccessedDate"),
        Region = json.Text("Region"),
        Status = json.Text("Status"),
        StatusMessage = json.Text("StatusMessage"),
    };
}
