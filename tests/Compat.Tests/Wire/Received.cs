using System.Text.Json.Nodes;

namespace RotationLambdas.Compat.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
internal sealed record Received(IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal string Target => Headers["X-Amz-Target"];

    internal JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
