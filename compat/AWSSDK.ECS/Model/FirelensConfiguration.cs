namespace Amazon.ECS.Model;

public class FirelensConfiguration
{
    public FirelensConfigurationType Type { get; set; }

    internal static FirelensConfiguration Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
    };
}
