namespace Amazon.ECS.Model;

/// <summary><c>FirelensConfiguration</c> of the Amazon ECS API reference.</summary>
public class FirelensConfiguration
{
    public Dictionary<string, string> Options { get; set; }

    public FirelensConfigurationType Type { get; set; }

    internal static FirelensConfiguration Read(JsonElement json) => new()
    {
        Options = json.Map("options"),
        Type = json.Text("type"),
    };
}
