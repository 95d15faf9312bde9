namespace Amazon.CodeDeploy.Model;

public class GetDeploymentResponse : AmazonWebServiceResponse
{
    public DeploymentInfo DeploymentInfo { get; set; }

    internal static GetDeploymentResponse Read(JsonElement json) => new()
    {
        DeploymentInfo = json.Object("deploymentInfo", DeploymentInfo.Read),
    };
}
