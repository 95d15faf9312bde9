namespace Amazon.ECS.Model;

public class ServiceEvent
{
    public DateTime? CreatedAt { get; set; }

    public string Message { get; set; }

    internal static ServiceEvent Read(JsonElement json) => new()
    {
        CreatedAt = json.Time("createdAt"),
        Message = json.Text("message"),
    };
}
