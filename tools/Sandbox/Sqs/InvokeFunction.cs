namespace RotationLambdas.Sandbox.Sqs;

public delegate Task<FunctionReply> InvokeFunction(string functionName, JsonNode payload, CancellationToken cancellationToken);
