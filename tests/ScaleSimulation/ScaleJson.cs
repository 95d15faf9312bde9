using System.Text.Json;

namespace RotationLambdas.ScaleSimulation;

/// <summary>Settings go into the simulation's process and figures come out of it as JSON.</summary>
internal static class ScaleJson
{
    /// <summary>How both are written.</summary>
    public static JsonSerializerOptions Options { get; } = new() { IncludeFields = true }; // A pair's members are fields.
}
