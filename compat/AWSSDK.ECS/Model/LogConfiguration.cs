namespace Amazon.ECS.Model;

/// <summary><c>LogConfiguration</c> of the Amazon ECS API reference.</summary>
public class LogConfiguration
{
    public LogDriver LogDriver { get; set; }

    public Dictionary<string, string> Options { get; set; }

    public List<Secret> SecretOptions { get; set; }

    internal static LogConfiguration Read(JsonElement json) => new()
    {
        LogDriver = json.Text("logDriver"),
        Options = json.Map("options"),
        SecretOptions = json.List("secretOptions", Secret.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("logDriver", LogDriver?.Value);
        json.Map("options", Options);
        json.List("secretOptions", SecretOptions, (item, to) => item.Write(to));
    }
}
