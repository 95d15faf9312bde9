namespace Amazon.ECS.Model;

public class DescribeServiceDeploymentsRequest : AmazonECSRequest
{
    public List<string> ServiceDeploymentArns { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Texts("serviceDeploymentArns", ServiceDeploymentArns);
}
