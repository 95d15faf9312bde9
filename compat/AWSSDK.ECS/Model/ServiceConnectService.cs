namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectService</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectService
{
    public List<ServiceConnectClientAlias> ClientAliases { get; set; }

    public string DiscoveryName { get; set; }

    public int? IngressPortOverride { get; set; }

    public string PortName { get; set; }

    public TimeoutConfiguration Timeout { get; set; }

    public ServiceConnectTlsConfiguration Tls { get; set; }

    internal static ServiceConnectService Read(JsonElement json) => new()
    {
        ClientAliases = json.List("clientAliases", ServiceConnectClientAlias.Read),
        DiscoveryName = json.Text("discoveryName"),
        IngressPortOverride = json.Int("ingressPortOverride"),
        PortName = json.Text("portName"),
        Timeout = json.Object("timeout", TimeoutConfiguration.Read),
        Tls = json.Object("tls", ServiceConnectTlsConfiguration.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.List("clientAliases", ClientAliases, (item, to) => item.Write(to));
        json.Text("discoveryName", DiscoveryName);
        json.Number("ingressPortOverride", IngressPortOverride);
        json.Text("portName", PortName);
        json.Object("timeout", Timeout, (item, to) => item.Write(to));
        json.Object("tls", Tls, (item, to) => item.Write(to));
    }
}
