using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>One node of a pattern's tree.</summary>
internal interface IPatternNode
{
    /// <summary>Whether a value of the event satisfies this node.</summary>
    /// <param name="value">The value; null stands for JSON's null and for absence.</param>
    /// <param name="present">Whether the event has the field at all.</param>
    /// <returns>Whether it is satisfied.</returns>
    bool Matches(JsonNode? value, bool present);
}
