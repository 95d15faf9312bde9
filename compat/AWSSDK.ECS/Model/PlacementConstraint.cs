namespace Amazon.ECS.Model;

/// <summary><c>PlacementConstraint</c> of the Amazon ECS API reference.</summary>
public class PlacementConstraint
{
    public string Expression { get; set; }

    public PlacementConstraintType Type { get; set; }

    internal static PlacementConstraint Read(JsonElement json) => new()
    {
        Expression = json.Text("expression"),
        Type = json.Text("type"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("expression", Expression);
        json.Text("type", Type?.Value);
    }
}
