using System.Diagnostics.CodeAnalysis;
using static System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes;

namespace Compat.AwsJson;

/// <summary>Reads and writes a constant as its value, also one that is newer than the package.</summary>
internal sealed class ConstantConverter<
    [DynamicallyAccessedMembers(PublicParameterlessConstructor | PublicConstructors | PublicFields)] T> : JsonConverter<T>
    where T : ConstantClass
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Constants.Find(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    private abstract class Constants() : ConstantClass("")
    {
        internal static T Find(string value) => FindValue<T>(value);
    }
}
