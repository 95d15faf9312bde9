namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectTestTrafficRules</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectTestTrafficRules
{
    public ServiceConnectTestTrafficHeaderRules Header { get; set; }

    internal static ServiceConnectTestTrafficRules Read(JsonElement json) => new()
    {
        Header = json.Object("header", ServiceConnectTestTrafficHeaderRules.Read),
    };

    internal void Write(Utf8JsonWriter json) => json.Object("header", Header, (item, to) => item.Write(to));
}
