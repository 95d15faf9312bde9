namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectClientAlias</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectClientAlias
{
    public string DnsName { get; set; }

    public int? Port { get; set; }

    public ServiceConnectTestTrafficRules TestTrafficRules { get; set; }

    internal static ServiceConnectClientAlias Read(JsonElement json) => new()
    {
        DnsName = json.Text("dnsName"),
        Port = json.Int("port"),
        TestTrafficRules = json.Object("testTrafficRules", ServiceConnectTestTrafficRules.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("dnsName", DnsName);
        json.Number("port", Port);
        json.Object("testTrafficRules", TestTrafficRules, (item, to) => item.Write(to));
    }
}
