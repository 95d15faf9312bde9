using System.Text.Encodings.Web;
using System.Text.Json;

namespace RotationLambdas.Sandbox.Wire;

/// <summary>How JSON is written on the wire: as AWS does, with nothing escaped that need not be.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
