using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public sealed record RotationStep(string Name, InvocationResult Invocation);
