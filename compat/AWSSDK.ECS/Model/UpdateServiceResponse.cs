namespace Amazon.ECS.Model;

public class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service Service { get; set; }

    internal static UpdateServiceResponse Read(JsonElement json) => new()
    {
        Service = json.Object("service", Service.Read),
    };
}
