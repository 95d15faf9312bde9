namespace Amazon.SecretsManager.Model;

public class DescribeSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }
    public DateTime? CreatedDate { get; set; }
    public DateTime? DeletedDate { get; set; }
    public DateTime? LastChangedDate { get; set; }
    public DateTime? LastRotatedDate { get; set; }
    public string Name { get; set; }
    public bool? RotationEnabled { get; set; }
    public RotationRulesType RotationRules { get; set; }
    public List<Tag> Tags { get; set; }
    public Dictionary<string, List<string>> VersionIdsToStages { get; set; }

    internal static DescribeSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        CreatedDate = json.Time("CreatedDate"),
        DeletedDate = json.Time("DeletedDate"),
        LastChangedDate = json.Time("LastChangedDate"),
        LastRotatedDate = json.Time("LastRotatedDate"),
        Name = json.Text("Name"),
        RotationEnabled = json.Flag("RotationEnabled"),
        RotationRules = json.Object("RotationRules", RotationRulesType.Read),
        Tags = json.List("Tags", Tag.Read),
        VersionIdsToStages = json.Map("VersionIdsToStages", JsonReading.ReadTexts),
    };
}
