using Amazon.Runtime.Documents;

namespace Amazon.ECS;

/// <summary>Free-form JSON, which the SDK carries as a <c>Document</c>.</summary>
internal static class DocumentJson
{
    internal static Document? Document(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? Read(value)
            : (Document?)null;

    internal static void Document(this Utf8JsonWriter json, string name, Document? value)
    {
        if (value is { } document)
        {
            json.WritePropertyName(name);
            Write(json, document);
        }
    }

    private static Document Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new Document(json.GetBoolean()),
        JsonValueKind.Number when json.TryGetInt32(out var number) => new Document(number),
        JsonValueKind.Number when json.TryGetInt64(out var number) => new Document(number),
        JsonValueKind.Number => new Document(json.GetDouble()),
        JsonValueKind.String => new Document(json.GetString()),
        JsonValueKind.Array => new Document(json.EnumerateArray().Select(Read).ToList()),
        JsonValueKind.Object => new Document(json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Read(entry.Value))),
        _ => default,
    };

    private static void Write(Utf8JsonWriter json, Document value)
    {
        switch (value)
        {
            case var flag when flag.IsBool():
                json.WriteBooleanValue(flag.AsBool());
                break;
            case var number when number.IsInt():
                json.WriteNumberValue(number.AsInt());
                break;
            case var number when number.IsLong():
                json.WriteNumberValue(number.AsLong());
                break;
            case var number when number.IsDouble():
                json.WriteNumberValue(number.AsDouble());
                break;
            case var text when text.IsString():
                json.WriteStringValue(text.AsString());
                break;
            case var list when list.IsList():
                json.WriteStartArray();
                list.AsList().ForEach(item => Write(json, item));
                json.WriteEndArray();
                break;
            case var map when map.IsDictionary():
                json.WriteStartObject();
                foreach (var (name, item) in map.AsDictionary())
                {
                    json.WritePropertyName(name);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
