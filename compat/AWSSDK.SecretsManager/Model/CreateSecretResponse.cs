namespace Amazon.SecretsManager.Model;

public class CreateSecretResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    internal static CreateSecretResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
    };
}
