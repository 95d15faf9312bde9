namespace Amazon.ECS.Model;

/// <summary><c>EnvironmentFile</c> of the Amazon ECS API reference.</summary>
public class EnvironmentFile
{
    public EnvironmentFileType Type { get; set; }

    public string Value { get; set; }

    internal static EnvironmentFile Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
        Value = json.Text("value"),
    };
}
