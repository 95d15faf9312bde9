namespace Amazon.ECS.Model;

public class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeployment> ServiceDeployments { get; set; }

    internal static DescribeServiceDeploymentsResponse Read(JsonElement json) => new()
    {
        ServiceDeployments = json.List("serviceDeployments", ServiceDeployment.Read),
    };
}
