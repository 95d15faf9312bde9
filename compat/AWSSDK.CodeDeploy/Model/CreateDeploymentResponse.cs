namespace Amazon.CodeDeploy.Model;

/// <summary>What <c>CreateDeployment</c> answers.</summary>
public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public string DeploymentId { get; set; }

    internal static CreateDeploymentResponse Read(JsonElement json) => new()
    {
        DeploymentId = json.Text("deploymentId"),
    };
}
