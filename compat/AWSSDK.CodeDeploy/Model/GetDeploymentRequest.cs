namespace Amazon.CodeDeploy.Model;

public class GetDeploymentRequest : AmazonCodeDeployRequest
{
    public string DeploymentId { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("deploymentId", DeploymentId);
    }
}
