namespace Amazon.ECS.Model;

/// <summary><c>SystemControl</c> of the Amazon ECS API reference.</summary>
public class SystemControl
{
    public string Namespace { get; set; }

    public string Value { get; set; }

    internal static SystemControl Read(JsonElement json) => new()
    {
        Namespace = json.Text("namespace"),
        Value = json.Text("value"),
    };
}
