namespace Amazon.ECS.Model;

public class Rollback
{
    public string Reason { get; set; }

    internal static Rollback Read(JsonElement json) => new()
    {
        Reason = json.Text("reason"),
    };
}
