namespace Amazon.SecretsManager.Model;

/// <summary><c>SecretListEntry</c> of the AWS Secrets Manager API reference.</summary>
public class SecretListEntry
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

    public bool? RotationEnabled { get; set; }

    public string RotationLambdaARN { get; set; }

    public RotationRulesType RotationRules { get; set; }

    public Dictionary<string, List<string>> SecretVersionsToStages { get; set; }

    public List<Tag> Tags { get; set; }

    public string Type { get; set; }

    internal static SecretListEntry Read(JsonElement json) => new()
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
        RotationEnabled = json.Flag("RotationEnabled"),
        RotationLambdaARN = json.Text("RotationLambdaARN"),
        RotationRules = json.Object("RotationRules", RotationRulesType.Read),
        SecretVersionsToStages = json.Map("SecretVersionsToStages", JsonReading.ReadTexts),
        Tags = json.List("Tags", Tag.Read),
        Type = json.Text("Type"),
    };
}
