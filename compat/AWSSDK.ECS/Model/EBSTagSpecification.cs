namespace Amazon.ECS.Model;

/// <summary><c>EBSTagSpecification</c> of the Amazon ECS API reference.</summary>
public class EBSTagSpecification
{
    public PropagateTags PropagateTags { get; set; }

    public EBSResourceType ResourceType { get; set; }

    public List<Tag> Tags { get; set; }

    internal static EBSTagSpecification Read(JsonElement json) => new()
    {
        PropagateTags = json.Text("propagateTags"),
        ResourceType = json.Text("resourceType"),
        Tags = json.List("tags", Tag.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("propagateTags", PropagateTags?.Value);
        json.Text("resourceType", ResourceType?.Value);
        json.List("tags", Tags, (item, to) => item.Write(to));
    }
}
