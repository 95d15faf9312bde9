namespace Amazon.ECS.Model;

/// <summary><c>ServiceConnectTestTrafficHeaderMatchRules</c> of the Amazon ECS API reference.</summary>
public class ServiceConnectTestTrafficHeaderMatchRules
{
    public string Exact { get; set; }

    internal static ServiceConnectTestTrafficHeaderMatchRules Read(JsonElement json) => new()
    {
        Exact = json.Text("exact"),
    };

    internal void Write(Utf8JsonWriter json) => json.Text("exact", Exact);
}
