namespace Amazon.ECS.Model;

/// <summary><c>ServiceEvent</c> of the Amazon ECS API reference.</summary>
public class ServiceEvent
{
    public DateTime? CreatedAt { get; set; }

    public string Id { get; set; }

    public string Message { get; set; }

    internal static ServiceEvent Read(JsonElement json) => new()
    {
        CreatedAt = json.Time("createdAt"),
        Id = json.Text("id"),
        Message = json.Text("message"),
    };
}
