namespace Amazon.ECS.Model;

/// <summary><c>DeploymentEphemeralStorage</c> of the Amazon ECS API reference.</summary>
public class DeploymentEphemeralStorage
{
    public string KmsKeyId { get; set; }

    internal static DeploymentEphemeralStorage Read(JsonElement json) => new()
    {
        KmsKeyId = json.Text("kmsKeyId"),
    };
}
