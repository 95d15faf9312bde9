using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>One step of a rotation as it was run.</summary>
/// <param name="Name">createSecret, setSecret, testSecret or finishSecret.</param>
/// <param name="Invocation">How the function's invocation ended.</param>
public sealed record RotationStep(string Name, InvocationResult Invocation);
