namespace Amazon.ECS.Model;

/// <summary><c>Attribute</c> of the Amazon ECS API reference.</summary>
public class Attribute
{
    public string Name { get; set; }

    public string TargetId { get; set; }

    public TargetType TargetType { get; set; }

    public string Value { get; set; }

    internal static Attribute Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
        TargetId = json.Text("targetId"),
        TargetType = json.Text("targetType"),
        Value = json.Text("value"),
    };
}
