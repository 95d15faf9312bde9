namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectTestTrafficHeaderRules</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectTestTrafficHeaderRules
{
    public string Name { get; set; }

    public ServiceConnectTestTrafficHeaderMatchRules Value { get; set; }

    internal static ServiceConnectTestTrafficHeaderRules Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Value = json.Object("value", ServiceConnectTestTrafficHeaderMatchRules.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("name", Name);
        json.Object("value", Value, (item, to) => item.Write(to));
    }
}
