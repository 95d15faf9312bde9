namespace Amazon.CodeDeploy.Model;

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public string DeploymentId { get; set; }

    internal static CreateDeploymentResponse Read(JsonElement json) => new()
    {
        DeploymentId = json.Text("deploymentId"),
    };
}
