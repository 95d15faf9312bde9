namespace RotationLambdas.Shared;

/// <summary>Writes metrics as lines of the log that CloudWatch turns into metrics. Source: Amazon CloudWatch User Guide, "Specification:
/// Embedded metric format". The lines go to the standard output as they are: the runtime's logger would wrap them.</summary>
internal sealed class EmbeddedMetrics(TextWriter output, string metricsNamespace, TimeProvider clock)
{
    /// <summary>Writes metrics, all of one unit, by these dimensions together.</summary>
    public void Write(
        string unit, IReadOnlyCollection<KeyValuePair<string, double>> metrics,
        params IReadOnlyList<(string Name, string Value)> dimensions)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        output.WriteLine(Text(json =>
        {
            // Lambda drops lines below the configured log level, and takes a line without a level for INFO: a metric passes every level.
            json.WriteString("level", "FATAL");
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", metricsNamespace);
            json.WriteStartArray("Dimensions");
            json.WriteStartArray();
            foreach (var (name, _) in dimensions)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var (name, _) in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", name);
                json.WriteString("Unit", unit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            foreach (var (name, value) in dimensions)
            {
                json.WriteString(name, value);
            }

            foreach (var (name, number) in metrics)
            {
                json.WriteNumber(name, number);
            }
        }));
        output.Flush();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
