namespace Amazon.SecretsManager.Model;

/// <summary><c>RotationRulesType</c> of the AWS Secrets Manager API reference.</summary>
public class RotationRulesType
{
    public long? AutomaticallyAfterDays { get; set; }

    public string Duration { get; set; }

    public string ScheduleExpression { get; set; }

    internal static RotationRulesType Read(JsonElement json) => new()
    {
        AutomaticallyAfterDays = json.Long("AutomaticallyAfterDays"),
        Duration = json.Text("Duration"),
        ScheduleExpression = json.Text("ScheduleExpression"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Number("AutomaticallyAfterDays", AutomaticallyAfterDays);
        json.Text("Duration", Duration);
        json.Text("ScheduleExpression", ScheduleExpression);
    }
}
