using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>One node of a pattern's tree.</summary>
internal interface IPatternNode
{
    bool Matches(JsonNode? value, bool present);
}
