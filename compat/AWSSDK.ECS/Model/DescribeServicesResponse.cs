namespace Amazon.ECS.Model;

public class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }

    public List<Service> Services { get; set; }

    internal static DescribeServicesResponse Read(JsonElement json) => new()
    {
        Failures = json.List("failures", Failure.Read),
        Services = json.List("services", Service.Read),
    };
}
