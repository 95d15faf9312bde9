namespace Amazon.ECS.Model;

/// <summary>What <c>UpdateService</c> answers.</summary>
public class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service Service { get; set; }

    internal static UpdateServiceResponse Read(JsonElement json) => new()
    {
        Service = json.Object("service", Service.Read),
    };
}
