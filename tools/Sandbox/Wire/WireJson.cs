using System.Text.Encodings.Web;
using System.Text.Json;

namespace RotationLambdas.Sandbox.Wire;

internal static class WireJson
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
