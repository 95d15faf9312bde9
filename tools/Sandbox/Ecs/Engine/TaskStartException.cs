namespace RotationLambdas.Sandbox.Ecs.Engine;

internal sealed class TaskStartException(string reason) : Exception(reason);
