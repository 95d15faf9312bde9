namespace Amazon.CodeDeploy.Model;

public class CreateDeploymentRequest : AmazonCodeDeployRequest
{
    public string ApplicationName { get; set; }

    public string DeploymentConfigName { get; set; }

    public string DeploymentGroupName { get; set; }

    public string Description { get; set; }

    public RevisionLocation Revision { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("applicationName", ApplicationName);
        json.Text("deploymentConfigName", DeploymentConfigName);
        json.Text("deploymentGroupName", DeploymentGroupName);
        json.Text("description", Description);
        json.Object("revision", Revision, (item, to) => item.Write(to));
    }
}
