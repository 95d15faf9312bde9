namespace RotationLambdas.Sandbox.Sqs;

public delegate Task<FunctionReply> InvokeFunction(string functionName, JsonNode payload, CancellationToken cancellationToken);

public sealed record FunctionReply(bool Succeeded, JsonNode? Payload);
