namespace RotationLambdas.Sandbox.EventBridge.Patterns;

internal interface IPatternNode
{
    bool Matches(JsonNode? value, bool present);
}
