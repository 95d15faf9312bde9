namespace RotationLambdas.Sandbox.Sqs;

public sealed record FunctionReply(bool Succeeded, JsonNode? Payload);
