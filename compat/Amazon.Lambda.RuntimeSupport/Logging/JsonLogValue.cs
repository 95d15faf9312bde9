using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Writes a logged argument as the JSON that fits its type; a type of its own as text.</summary>
internal static class JsonLogValue
{
    internal static void Write(Utf8JsonWriter json, object value, string format)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IFormattable formattable when !string.IsNullOrEmpty(format):
                json.WriteStringValue(formattable.ToString(format, CultureInfo.InvariantCulture));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)value).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                WriteMap(json, map);
                break;
            case IList list:
                WriteList(json, list);
                break;
            case IFormattable formattable:
                json.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName(entry.Key.ToString());
            Write(json, entry.Value, null);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IList list)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item, null);
        }

        json.WriteEndArray();
    }
}
