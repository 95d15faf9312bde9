namespace Amazon.CodeDeploy.Model;

public class DeploymentInfo
{
    public string ApplicationName { get; set; }

    public DateTime? CompleteTime { get; set; }

    public DateTime? CreateTime { get; set; }

    public string DeploymentConfigName { get; set; }

    public string DeploymentGroupName { get; set; }

    public string DeploymentId { get; set; }

    public ErrorInformation ErrorInformation { get; set; }

    public RevisionLocation Revision { get; set; }

    public DeploymentStatus Status { get; set; }

    internal static DeploymentInfo Read(JsonElement json) => new()
    {
        ApplicationName = json.Text("applicationName"),
        CompleteTime = json.Time("completeTime"),
        CreateTime = json.Time("createTime"),
        DeploymentConfigName = json.Text("deploymentConfigName"),
        DeploymentGroupName = json.Text("deploymentGroupName"),
        DeploymentId = json.Text("deploymentId"),
        ErrorInformation = json.Object("errorInformation", ErrorInformation.Read),
        Revision = json.Object("revision", RevisionLocation.Read),
        Status = json.Text("status"),
    };
}
