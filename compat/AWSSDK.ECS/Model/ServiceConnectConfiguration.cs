namespace Amazon.ECS.Model;

public class ServiceConnectConfiguration
{
    public bool? Enabled { get; set; }

    public LogConfiguration LogConfiguration { get; set; }

    internal static ServiceConnectConfiguration Read(JsonElement json) => new()
    {
        Enabled = json.Flag("enabled"),
        LogConfiguration = json.Object("logConfiguration", LogConfiguration.Read),
    };
}
