using System.Text.Encodings.Web;

namespace RotationLambdas.Sandbox.Wire;

internal static class WireJson
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
