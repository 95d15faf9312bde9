using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Wire;

/// <summary>One call as a service sees it.</summary>
/// <param name="Service">The target prefix, such as <c>secretsmanager</c>.</param>
/// <param name="Operation">The operation, such as <c>GetSecretValue</c>.</param>
/// <param name="Input">The request's JSON; an empty object for an empty body.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="CancellationToken">Cancelled when the caller has hung up.</param>
public sealed record AwsCall(string Service, string Operation, JsonObject Input, Caller Caller, CancellationToken CancellationToken);
