namespace Amazon.SecretsManager.Model;

public class RotationRulesType
{
    public long? AutomaticallyAfterDays { get; set; }

    internal static RotationRulesType Read(JsonElement json) => new()
    {
        AutomaticallyAfterDays = json.Long("AutomaticallyAfterDays"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Number("AutomaticallyAfterDays", AutomaticallyAfterDays);
    }
}
