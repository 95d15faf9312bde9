namespace Amazon.CodeDeploy.Model;

/// <summary>What <c>GetDeployment</c> is asked with.</summary>
public class GetDeploymentRequest : AmazonCodeDeployRequest
{
    public string DeploymentId { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("deploymentId", DeploymentId);
    }
}
