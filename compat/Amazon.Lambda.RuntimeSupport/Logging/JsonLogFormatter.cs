namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// One JSON object a line ("Using Lambda advanced logging controls with .NET" in the AWS Lambda guide). Every named argument of the
/// message is a property of its own, so that it can be searched for.
/// </summary>
internal static class JsonLogFormatter
{
    private static readonly HashSet<string> Reserved =
        ["timestamp", "level", "requestId", "traceId", "message", "errorType", "errorMessage", "stackTrace"];

    internal static string Format(LogEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", entry.Level.ToString());
            WriteIfKnown(json, "requestId", entry.RequestId);
            WriteIfKnown(json, "traceId", entry.TraceId);
            json.WriteString("message", entry.Text);
            foreach (var (name, value) in entry.Properties.Where(Fresh()))
            {
                json.WritePropertyName(name);
                JsonLogValue.Write(json, value);
            }

            WriteException(json, entry.Exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // A name that repeats, or that the entry itself uses, would make the object ambiguous; null has no information.
    private static Func<(string Name, object Value), bool> Fresh()
    {
        var seen = new HashSet<string>(Reserved);
        return property => property.Value is not null && seen.Add(property.Name);
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
