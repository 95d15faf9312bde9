namespace RotationLambdas.Compat.Tests.Wire;

internal sealed record Received(IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal string Target => Headers["X-Amz-Target"];

    internal JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
