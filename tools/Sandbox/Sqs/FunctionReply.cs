using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>What a function answered.</summary>
/// <param name="Succeeded">Whether it returned rather than threw, timed out or was throttled.</param>
/// <param name="Payload">What it returned; <see langword="null"/> for nothing.</param>
public sealed record FunctionReply(bool Succeeded, JsonNode? Payload);
