namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>A task could not be started.</summary>
internal sealed class TaskStartException(string reason) : Exception(reason);
