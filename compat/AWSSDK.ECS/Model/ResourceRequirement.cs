namespace Amazon.ECS.Model;

/// <summary><c>ResourceRequirement</c> of the Amazon ECS API reference.</summary>
public class ResourceRequirement
{
    public ResourceType Type { get; set; }

    public string Value { get; set; }

    internal static ResourceRequirement Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
        Value = json.Text("value"),
    };
}
