namespace RotationLambdas.Sandbox.Wire;

public sealed record AwsCall(string Service, string Operation, JsonObject Input, Caller Caller, CancellationToken CancellationToken);
