namespace Amazon.ECS.Model;

/// <summary><c>ThresholdConfiguration</c> of the Amazon ECS API reference.</summary>
public class ThresholdConfiguration
{
    public ThresholdType Type { get; set; }

    public int? Value { get; set; }

    internal static ThresholdConfiguration Read(JsonElement json) => new()
    {
        Type = json.Text("type"),
        Value = json.Int("value"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("type", Type?.Value);
        json.Number("value", Value);
    }
}
