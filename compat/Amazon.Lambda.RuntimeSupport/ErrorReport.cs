namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ErrorReport(string Type, string Message, string[] StackTrace, ErrorReport Cause)
{
    internal static ErrorReport For(Exception error)
    {
        var stack = error.StackTrace?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return new(error.GetType().Name, error.Message, stack, error.InnerException is { } inner ? For(inner) : null);
    }

    internal byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json);
        }

        return stream.ToArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("errorType", Type);
        json.WriteString("errorMessage", Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in StackTrace)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        if (Cause is not null)
        {
            json.WritePropertyName("cause");
            Cause.Write(json);
        }

        json.WriteEndObject();
    }
}
