namespace Amazon.SecretsManager.Model;

/// <summary>What <c>CancelRotateSecret</c> answers.</summary>
public class CancelRotateSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public string Name { get; set; }

    public string VersionId { get; set; }

    internal static CancelRotateSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        Name = json.Text("Name"),
        VersionId = json.Text("VersionId"),
    };
}
