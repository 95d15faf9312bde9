using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Invokes a function and waits for its answer.</summary>
public delegate Task<FunctionReply> InvokeFunction(string functionName, JsonNode payload, CancellationToken cancellationToken);
