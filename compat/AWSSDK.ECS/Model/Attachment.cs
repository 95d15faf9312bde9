namespace Amazon.ECS.Model;

/// <summary><c>Attachment</c> of the Amazon ECS API reference.</summary>
public class Attachment
{
    public List<KeyValuePair> Details { get; set; }

    public string Id { get; set; }

    public string Status { get; set; }

    public string Type { get; set; }

    internal static Attachment Read(JsonElement json) => new()
    {
        Details = json.List("details", KeyValuePair.Read),
        Id = json.Text("id"),
        Status = json.Text("status"),
        Type = json.Text("type"),
    };
}
