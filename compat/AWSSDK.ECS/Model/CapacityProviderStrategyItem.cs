namespace Amazon.ECS.Model;

/// <summary><c>CapacityProviderStrategyItem</c> of the Amazon ECS API reference.</summary>
public class CapacityProviderStrategyItem
{
    public int? Base { get; set; }

    public string CapacityProvider { get; set; }

    public int? Weight { get; set; }

    internal static CapacityProviderStrategyItem Read(JsonElement json) => new()
    {
        Base = json.Int("base"),
        CapacityProvider = json.Text("capacityProvider"),
        Weight = json.Int("weight"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Number("base", Base);
        json.Text("capacityProvider", CapacityProvider);
        json.Number("weight", Weight);
    }
}
