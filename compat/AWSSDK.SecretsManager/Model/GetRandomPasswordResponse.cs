namespace Amazon.SecretsManager.Model;

/// <summary>What <c>GetRandomPassword</c> answers.</summary>
public class GetRandomPasswordResponse : AmazonWebServiceResponse
{
    public string RandomPassword { get; set; }

    internal static GetRandomPasswordResponse Read(JsonElement json) => new()
    {
        RandomPassword = json.Text("RandomPassword"),
    };
}
