namespace Amazon.SecretsManager.Model;

/// <summary><c>RotationRulesType</c> of the AWS Secrets Manager API reference.</summary>
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
