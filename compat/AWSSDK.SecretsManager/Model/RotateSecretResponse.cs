namespace Amazon.SecretsManager.Model;

/// <summary>What <c>RotateSecret</c> answers.</summary>
public class RotateSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public string Name { get; set; }

    public string VersionId { get; set; }

    internal static RotateSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        Name = json.Text("Name"),
        VersionId = json.Text("VersionId"),
    };
}
