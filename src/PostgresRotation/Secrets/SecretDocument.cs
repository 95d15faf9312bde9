using System.Text.Encodings.Web;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A secret's JSON object as it was written. Replacing a value leaves every other byte alone: unknown keys, their order, the
/// white space and the text of numbers stay what their owner made them.</summary>
internal sealed class SecretDocument
{
    private const string Remedy =
        "Store the secret as one JSON object with at least host, username and password, for example "
        + "{\"engine\":\"postgres\",\"host\":\"db.example.com\",\"port\":5432,\"dbname\":\"app\",\"username\":\"app\",\"password\":\"…\"}.";

    private const char ByteOrderMark = '\uFEFF';

    // Text that UTF-8 cannot carry must be refused, or it would come back as replacement characters.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _utf8;
    private readonly Dictionary<string, Field> _fields;

    private SecretDocument(byte[] utf8, Dictionary<string, Field> fields, string origin)
    {
        _utf8 = utf8;
        _fields = fields;
        Origin = origin;
    }

    /// <summary>Which secret and version this is, in words that start a sentence: "The AWSCURRENT version of the secret".</summary>
    public string Origin { get; }

    /// <summary>Whether the text began with a byte order mark, which some editors write; <see cref="With"/> leaves it out.</summary>
    public bool HadByteOrderMark { get; private init; }

    public IReadOnlyCollection<string> Keys => _fields.Keys;

    /// <exception cref="SecretMalformedException">The text is not one JSON object, or has a key twice.</exception>
    public static SecretDocument Parse(string text, string origin)
    {
        try
        {
            var utf8 = StrictUtf8.GetBytes(text.TrimStart(ByteOrderMark));
            return new SecretDocument(utf8, ReadFields(utf8, origin), origin) { HadByteOrderMark = text.StartsWith(ByteOrderMark) };
        }
        catch (Exception exception) when (exception is JsonException or EncoderFallbackException or InvalidOperationException)
        {
            // The inner message is left out: a parser may quote what it could not read, and that may be a password.
            throw new SecretMalformedException($"{origin} is not valid JSON.", Remedy);
        }
    }

    /// <summary>The kind of a key's value; null when the key is absent or its value is JSON null.</summary>
    public JsonTokenType? Kind(string key) =>
        _fields.TryGetValue(key, out var field) && field.Kind != JsonTokenType.Null ? field.Kind : null;

    /// <summary>A string's content, or any other value's JSON text; null when the key is absent or its value is JSON null.</summary>
    /// <exception cref="SecretMalformedException">The string is not valid Unicode.</exception>
    public string? Text(string key)
    {
        if (Kind(key) is not { } kind)
        {
            return null;
        }

        ReadOnlySpan<byte> value = _utf8.AsSpan(_fields[key].Value);
        if (kind != JsonTokenType.String)
        {
            return Encoding.UTF8.GetString(value);
        }

        try
        {
            Utf8JsonReader reader = new(value);
            _ = reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new SecretMalformedException($"{Origin} holds text in \"{key}\" that is not valid Unicode.", Remedy);
        }
    }

    /// <summary>The document's text with some strings replaced; keys that are absent are not added.</summary>
    public string With(params IEnumerable<KeyValuePair<string, string>> replacements)
    {
        StringBuilder text = new();
        var copied = 0;
        foreach ((var place, var value) in replacements
            .Where(replacement => _fields.ContainsKey(replacement.Key))
            .Select(replacement => (_fields[replacement.Key].Value, replacement.Value))
            .OrderBy(replacement => replacement.Item1.Start.Value))
        {
            text.Append(Encoding.UTF8.GetString(_utf8, copied, place.Start.Value - copied))
                .Append('"').Append(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value).Append('"');
            copied = place.End.Value;
        }

        return text.Append(Encoding.UTF8.GetString(_utf8, copied, _utf8.Length - copied)).ToString();
    }

    /// <summary>Where the document comes from; never what is in it.</summary>
    public override string ToString() => Origin;

    private static Dictionary<string, Field> ReadFields(byte[] utf8, string origin)
    {
        Dictionary<string, Field> fields = new(StringComparer.Ordinal);
        Utf8JsonReader reader = new(utf8);
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new SecretMalformedException($"{origin} is JSON, but not an object.", Remedy);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            _ = reader.Read();
            var kind = reader.TokenType;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!fields.TryAdd(key, new Field(kind, start..(int)reader.BytesConsumed)))
            {
                throw new SecretMalformedException(
                    $"{origin} has the key \"{OutsideText.Of(key)}\" twice.",
                    "Keep one of the two, so that every reader takes the same value.");
            }
        }

        // Reads on to the end, so that anything behind the object is found out.
        while (reader.Read())
        {
        }

        return fields;
    }

    private readonly record struct Field(JsonTokenType Kind, Range Value);
}
