namespace Amazon.ECS.Model;

/// <summary><c>Rollback</c> of the Amazon ECS API reference.</summary>
public class Rollback
{
    public string Reason { get; set; }

    internal static Rollback Read(JsonElement json) => new()
    {
        Reason = json.Text("reason"),
    };
}
