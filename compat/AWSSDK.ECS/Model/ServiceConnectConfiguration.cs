namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectConfiguration</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectConfiguration
{
    public ServiceConnectAccessLogConfiguration AccessLogConfiguration { get; set; }

    public bool? Enabled { get; set; }

    public LogConfiguration LogConfiguration { get; set; }

    public string Namespace { get; set; }

    public List<ServiceConnectService> Services { get; set; }

    internal static ServiceConnectConfiguration Read(JsonElement json) => new()
    {
        AccessLogConfiguration = json.Object("accessLogConfiguration", ServiceConnectAccessLogConfiguration.Read),
        Enabled = json.Flag("enabled"),
        LogConfiguration = json.Object("logConfiguration", LogConfiguration.Read),
        Namespace = json.Text("namespace"),
        Services = json.List("services", ServiceConnectService.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Object("accessLogConfiguration", AccessLogConfiguration, (item, to) => item.Write(to));
        json.Flag("enabled", Enabled);
        json.Object("logConfiguration", LogConfiguration, (item, to) => item.Write(to));
        json.Text("namespace", Namespace);
        json.List("services", Services, (item, to) => item.Write(to));
    }
}
