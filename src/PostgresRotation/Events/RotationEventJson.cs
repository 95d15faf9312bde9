using System.Text.Json.Serialization;

namespace RotationLambdas.PostgresRotation.Events;

/// <summary>The JSON of the event, for Lambda's serializer: no reflection.</summary>
[JsonSerializable(typeof(RotationEvent))]
internal sealed partial class RotationEventJson : JsonSerializerContext;

/// <summary>Takes any JSON, null included, so that a wrong event is reported with what is wrong in it.</summary>
internal sealed class RotationEventConverter : JsonConverter<RotationEvent>
{
    public override bool HandleNull => true;

    public override RotationEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return RotationEventReader.Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, RotationEvent value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
