namespace Amazon.SecretsManager.Model;

public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }
    public string VersionId { get; set; }
    public string VersionStage { get; set; }
}

public class GetSecretValueResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }
    public string SecretString { get; set; }
    public string VersionId { get; set; }
    public List<string> VersionStages { get; set; }
}

public class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    [JsonIgnore]
    public string ClientRequestToken { get; set; }

    /// <summary>The SDK makes the idempotency token that the service requires.</summary>
    [JsonInclude]
    [JsonPropertyName("ClientRequestToken")]
    internal string SentToken => ClientRequestToken ?? Guid.NewGuid().ToString();

    public string RotationToken { get; set; }
    public string SecretId { get; set; }
    public string SecretString { get; set; }
    public List<string> VersionStages { get; set; }
}

public class PutSecretValueResponse : AmazonWebServiceResponse
{
    public string VersionId { get; set; }
    public List<string> VersionStages { get; set; }
}

public class ListSecretVersionIdsRequest : AmazonSecretsManagerRequest
{
    public bool? IncludeDeprecated { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string SecretId { get; set; }
}

public class ListSecretVersionIdsResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }
    public string NextToken { get; set; }
    public List<SecretVersionsListEntry> Versions { get; set; }
}

public class UpdateSecretVersionStageRequest : AmazonSecretsManagerRequest
{
    public string MoveToVersionId { get; set; }
    public string RemoveFromVersionId { get; set; }
    public string SecretId { get; set; }
    public string VersionStage { get; set; }
}

public class UpdateSecretVersionStageResponse : AmazonWebServiceResponse;

public class SecretVersionsListEntry
{
    public DateTime? CreatedDate { get; set; }
    public string VersionId { get; set; }
    public List<string> VersionStages { get; set; }
}
