namespace Amazon.SecretsManager.Model;

/// <summary>What <c>DescribeSecret</c> answers.</summary>
public class DescribeSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }
    public DateTime? CreatedDate { get; set; }
    public DateTime? DeletedDate { get; set; }
    public string Description { get; set; }
    public List<ExternalSecretRotationMetadataItem> ExternalSecretRotationMetadata { get; set; }
    public string ExternalSecretRotationRoleArn { get; set; }
    public string KmsKeyId { get; set; }
    public DateTime? LastAccessedDate { get; set; }
    public DateTime? LastChangedDate { get; set; }
    public DateTime? LastRotatedDate { get; set; }
    public string Name { get; set; }
    public DateTime? NextRotationDate { get; set; }
    public string OwningService { get; set; }
    public string PrimaryRegion { get; set; }
    public List<ReplicationStatusType> ReplicationStatus { get; set; }
    public bool? RotationEnabled { get; set; }
    public string RotationLambdaARN { get; set; }
    public RotationRulesType RotationRules { get; set; }
    public List<Tag> Tags { get; set; }
    public string Type { get; set; }
    public Dictionary<string, List<string>> VersionIdsToStages { get; set; }

    internal static DescribeSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        CreatedDate = json.Time("CreatedDate"),
        DeletedDate = json.Time("DeletedDate"),
        Description = json.Text("Description"),
        ExternalSecretRotationMetadata = json.List("ExternalSecretRotationMetadata", ExternalSecretRotationMetadataItem.Read),
        ExternalSecretRotationRoleArn = json.Text("ExternalSecretRotationRoleArn"),
        KmsKeyId = json.Text("KmsKeyId"),
        LastAccessedDate = json.Time("LastAccessedDate"),
        LastChangedDate = json.Time("LastChangedDate"),
        LastRotatedDate = json.Time("LastRotatedDate"),
        Name = json.Text("Name"),
        NextRotationDate = json.Time("NextRotationDate"),
        OwningService = json.Text("OwningService"),
        PrimaryRegion = json.Text("PrimaryRegion"),
        ReplicationStatus = json.List("ReplicationStatus", ReplicationStatusType.Read),
        RotationEnabled = json.Flag("RotationEnabled"),
        RotationLambdaARN = json.Text("RotationLambdaARN"),
        RotationRules = json.Object("RotationRules", RotationRulesType.Read),
        Tags = json.List("Tags", Tag.Read),
        Type = json.Text("Type"),
        VersionIdsToStages = json.Map("VersionIdsToStages", JsonReading.ReadTexts),
    };
}
