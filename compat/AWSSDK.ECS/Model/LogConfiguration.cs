namespace Amazon.ECS.Model;

/// <summary><c>LogConfiguration</c> of the Amazon ECS API reference.</summary>
public class LogConfiguration
{
    public LogDriver LogDriver { get; set; }

    public List<Secret> SecretOptions { get; set; }

    internal static LogConfiguration Read(JsonElement json) => new()
    {
        LogDriver = json.Text("logDriver"),
        SecretOptions = json.List("secretOptions", Secret.Read),
    };
}
