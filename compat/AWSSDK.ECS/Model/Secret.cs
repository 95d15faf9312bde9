namespace Amazon.ECS.Model;

/// <summary><c>Secret</c> of the Amazon ECS API reference.</summary>
public class Secret
{
    public string Name { get; set; }

    public string ValueFrom { get; set; }

    internal static Secret Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
        ValueFrom = json.Text("valueFrom"),
    };
}
