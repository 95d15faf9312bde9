namespace Amazon.ECS.Model;

/// <summary><c>PlacementStrategy</c> of the Amazon ECS API reference.</summary>
public class PlacementStrategy
{
    public string Field { get; set; }

    public PlacementStrategyType Type { get; set; }

    internal static PlacementStrategy Read(JsonElement json) => new()
    {
        Field = json.Text("field"),
        Type = json.Text("type"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("field", Field);
        json.Text("type", Type?.Value);
    }
}
