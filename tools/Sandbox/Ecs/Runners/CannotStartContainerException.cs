namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>A container could not be started.</summary>
public sealed class CannotStartContainerException(string reason) : Exception(reason);
