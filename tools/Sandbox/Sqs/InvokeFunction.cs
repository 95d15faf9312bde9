using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Invokes a function and waits for its answer.</summary>
/// <param name="functionName">The function.</param>
/// <param name="payload">The event.</param>
/// <param name="cancellationToken">Gives up waiting.</param>
/// <returns>Its answer.</returns>
public delegate Task<FunctionReply> InvokeFunction(string functionName, JsonNode payload, CancellationToken cancellationToken);
