namespace Amazon.ECS.Model;

/// <summary><c>ManagedAgent</c> of the Amazon ECS API reference.</summary>
public class ManagedAgent
{
    public DateTime? LastStartedAt { get; set; }

    public string LastStatus { get; set; }

    public ManagedAgentName Name { get; set; }

    public string Reason { get; set; }

    internal static ManagedAgent Read(JsonElement json) => new()
    {
        LastStartedAt = json.Time("lastStartedAt"),
        LastStatus = json.Text("lastStatus"),
        Name = json.Text("name"),
        Reason = json.Text("reason"),
    };
}
