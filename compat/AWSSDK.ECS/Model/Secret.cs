namespace Amazon.ECS.Model;

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
