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

public class DeploymentInfo
{
    public string ApplicationName { get; set; }
    public string DeploymentGroupName { get; set; }
    public string DeploymentId { get; set; }
    public RevisionLocation Revision { get; set; }
    public DeploymentStatus Status { get; set; }
}
