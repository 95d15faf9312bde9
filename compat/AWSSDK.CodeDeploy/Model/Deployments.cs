namespace Amazon.CodeDeploy.Model;

public class CreateDeploymentRequest : AmazonCodeDeployRequest
{
    public string ApplicationName { get; set; }
    public string DeploymentGroupName { get; set; }
    public string Description { get; set; }
    public RevisionLocation Revision { get; set; }
}

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public string DeploymentId { get; set; }
}

public class GetDeploymentRequest : AmazonCodeDeployRequest
{
    public string DeploymentId { get; set; }
}

public class GetDeploymentResponse : AmazonWebServiceResponse
{
    public DeploymentInfo DeploymentInfo { get; set; }
}

public class ListDeploymentsRequest : AmazonCodeDeployRequest
{
    public string ApplicationName { get; set; }
    public TimeRange CreateTimeRange { get; set; }
    public string DeploymentGroupName { get; set; }
}

public class ListDeploymentsResponse : AmazonWebServiceResponse
{
    public List<string> Deployments { get; set; }
}

public class TimeRange
{
    public DateTime? Start { get; set; }
}

public class ErrorInformation
{
    public ErrorCode Code { get; set; }
}

public class DeploymentInfo
{
    public string ApplicationName { get; set; }
    public DateTime? CreateTime { get; set; }
    public DeploymentCreator Creator { get; set; }
    public string DeploymentGroupName { get; set; }
    public string DeploymentId { get; set; }
    public ErrorInformation ErrorInformation { get; set; }
    public RevisionLocation Revision { get; set; }
    public DeploymentStatus Status { get; set; }
}
