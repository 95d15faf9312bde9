namespace Compat.AwsJson;

/// <summary>Writes members of a JSON object as the services read them. What is null is left out.</summary>
internal static class JsonWriting
{
    internal static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    internal static void Number(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    internal static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    internal static void Time(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WriteNumber(name, (decimal)(time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
        }
    }

    internal static void Object<T>(this Utf8JsonWriter json, string name, T value, Action<T, Utf8JsonWriter> write)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            Members(json, value, write);
        }
    }

    internal static void List<T>(this Utf8JsonWriter json, string name, List<T> values, Action<T, Utf8JsonWriter> write)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                Members(json, value, write);
            }

            json.WriteEndArray();
        }
    }

    internal static void Texts(this Utf8JsonWriter json, string name, List<string> values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    internal static void Map(this Utf8JsonWriter json, string name, Dictionary<string, string> values)
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }
    }

    private static void Members<T>(Utf8JsonWriter json, T value, Action<T, Utf8JsonWriter> write)
    {
        json.WriteStartObject();
        write(value, json);
        json.WriteEndObject();
    }
}
