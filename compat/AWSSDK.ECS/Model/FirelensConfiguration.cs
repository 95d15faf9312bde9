namespace Amazon.ECS.Model;

/// <summary><c>FirelensConfiguration</c> of the Amazon ECS API reference.</summary>
public class FirelensConfiguration
{
    public FirelensConfigurationType Type { get; set; }

    internal static FirelensConfiguration Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
    };
}
