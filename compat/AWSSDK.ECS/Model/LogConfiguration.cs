namespace Amazon.ECS.Model;

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
