namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeServiceDeployments</c> is asked with.</summary>
public class DescribeServiceDeploymentsRequest : AmazonECSRequest
{
    public List<string> ServiceDeploymentArns { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Texts("serviceDeploymentArns", ServiceDeploymentArns);
}
