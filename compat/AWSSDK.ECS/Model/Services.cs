namespace Amazon.ECS.Model;

public class ListClustersRequest : AmazonECSRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class ListClustersResponse : AmazonWebServiceResponse
{
    public List<string> ClusterArns { get; set; }
    public string NextToken { get; set; }
}

public class ListServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class ListServicesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<string> ServiceArns { get; set; }
}

public class DescribeServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public List<string> Include { get; set; }
    public List<string> Services { get; set; }
}

public class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }
    public List<Service> Services { get; set; }
}

public class UpdateServiceRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public int? DesiredCount { get; set; }
    public bool? ForceNewDeployment { get; set; }
    public string Service { get; set; }
    public string TaskDefinition { get; set; }
}

public class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service Service { get; set; }
}

public class Service
{
    public string ClusterArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DeploymentConfiguration DeploymentConfiguration { get; set; }
    public DeploymentController DeploymentController { get; set; }
    public List<Deployment> Deployments { get; set; }
    public int? DesiredCount { get; set; }
    public List<ServiceEvent> Events { get; set; }
    public int? PendingCount { get; set; }
    public ResourceManagementType ResourceManagementType { get; set; }
    public int? RunningCount { get; set; }
    public SchedulingStrategy SchedulingStrategy { get; set; }
    public string ServiceArn { get; set; }
    public string ServiceName { get; set; }
    public string Status { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskDefinition { get; set; }
    public List<TaskSet> TaskSets { get; set; }
}

public class DeploymentController
{
    public DeploymentControllerType Type { get; set; }
}

public class ServiceEvent
{
    public DateTime? CreatedAt { get; set; }
    public string Message { get; set; }
}

public class TaskSet
{
    public DateTime? CreatedAt { get; set; }
    public string ExternalId { get; set; }
    public string Id { get; set; }
    public int? PendingCount { get; set; }
    public int? RunningCount { get; set; }
    public string Status { get; set; }
    public string TaskDefinition { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}

public class Failure
{
    public string Arn { get; set; }
    public string Detail { get; set; }
    public string Reason { get; set; }
}
