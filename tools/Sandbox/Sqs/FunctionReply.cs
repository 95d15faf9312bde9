using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>What a function answered.</summary>
public sealed record FunctionReply(bool Succeeded, JsonNode? Payload);
