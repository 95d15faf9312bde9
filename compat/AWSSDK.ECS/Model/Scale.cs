namespace Amazon.ECS.Model;

/// <summary><c>Scale</c> of the Amazon ECS API reference.</summary>
public class Scale
{
    public ScaleUnit Unit { get; set; }

    public double? Value { get; set; }

    internal static Scale Read(JsonElement json) => new()
    {
        Unit = json.Text("unit"),
        Value = json.Double("value"),
    };
}
