namespace Amazon.ECS.Model;

/// <summary><c>TimeoutConfiguration</c> of the Amazon ECS API reference.</summary>
public class TimeoutConfiguration
{
    public int? IdleTimeoutSeconds { get; set; }

    public int? PerRequestTimeoutSeconds { get; set; }

    internal static TimeoutConfiguration Read(JsonElement json) => new()
    {
        IdleTimeoutSeconds = json.Int("idleTimeoutSeconds"),
        PerRequestTimeoutSeconds = json.Int("perRequestTimeoutSeconds"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Number("idleTimeoutSeconds", IdleTimeoutSeconds);
        json.Number("perRequestTimeoutSeconds", PerRequestTimeoutSeconds);
    }
}
