using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>One step of a rotation as it was run.</summary>
public sealed record RotationStep(string Name, InvocationResult Invocation);
