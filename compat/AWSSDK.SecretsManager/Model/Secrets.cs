namespace Amazon.SecretsManager.Model;

public class CreateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The SDK makes the idempotency token that the service requires.</summary>
    [JsonInclude]
    internal string ClientRequestToken { get; } = Guid.NewGuid().ToString();

    public string Name { get; set; }
    public string SecretString { get; set; }
}

public class CreateSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }
}

public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }
}

public class DescribeSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }
    public DateTime? DeletedDate { get; set; }
    public DateTime? LastChangedDate { get; set; }
    public DateTime? LastRotatedDate { get; set; }
    public string Name { get; set; }
    public bool? RotationEnabled { get; set; }
    public RotationRulesType RotationRules { get; set; }
    public List<Tag> Tags { get; set; }
    public Dictionary<string, List<string>> VersionIdsToStages { get; set; }
}

public class ListSecretsRequest : AmazonSecretsManagerRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class ListSecretsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<SecretListEntry> SecretList { get; set; }
}

public class SecretListEntry
{
    public string ARN { get; set; }
    public DateTime? CreatedDate { get; set; }
    public DateTime? LastChangedDate { get; set; }
    public DateTime? LastRotatedDate { get; set; }
    public string Name { get; set; }
    public DateTime? NextRotationDate { get; set; }
    public bool? RotationEnabled { get; set; }
    public RotationRulesType RotationRules { get; set; }
    public Dictionary<string, List<string>> SecretVersionsToStages { get; set; }
    public List<Tag> Tags { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}
