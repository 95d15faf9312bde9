namespace Amazon.ECS.Model;

public class ListServiceDeploymentsRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public CreatedAt CreatedAt { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string Service { get; set; }
    public List<string> Status { get; set; }
}

public class ListServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<ServiceDeploymentBrief> ServiceDeployments { get; set; }
}

public class DescribeServiceDeploymentsRequest : AmazonECSRequest
{
    public List<string> ServiceDeploymentArns { get; set; }
}

public class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeployment> ServiceDeployments { get; set; }
}

public class CreatedAt
{
    public DateTime? After { get; set; }
}

public class ServiceDeploymentBrief
{
    public DateTime? CreatedAt { get; set; }
    public string ServiceArn { get; set; }
    public string ServiceDeploymentArn { get; set; }
    public ServiceDeploymentStatus Status { get; set; }
    public string StatusReason { get; set; }
    public string TargetServiceRevisionArn { get; set; }
}

public class ServiceDeployment
{
    public ServiceDeploymentAlarms Alarms { get; set; }
    public ServiceDeploymentCircuitBreaker DeploymentCircuitBreaker { get; set; }
    public Rollback Rollback { get; set; }
    public string ServiceDeploymentArn { get; set; }
    public ServiceDeploymentStatus Status { get; set; }
    public string StatusReason { get; set; }
}

public class Rollback
{
    public string Reason { get; set; }
}

public class ServiceDeploymentAlarms
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }
}

public class ServiceDeploymentCircuitBreaker
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }
}
