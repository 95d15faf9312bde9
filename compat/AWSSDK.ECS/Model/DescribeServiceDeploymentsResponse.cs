namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeServiceDeployments</c> answers.</summary>
public class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }

    public List<ServiceDeployment> ServiceDeployments { get; set; }

    internal static DescribeServiceDeploymentsResponse Read(JsonElement json) => new()
    {
        Failures = json.List("failures", Failure.Read),
        ServiceDeployments = json.List("serviceDeployments", ServiceDeployment.Read),
    };
}
