using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Wire;

/// <summary>One call as a service sees it.</summary>
public sealed record AwsCall(string Service, string Operation, JsonObject Input, Caller Caller, CancellationToken CancellationToken);
