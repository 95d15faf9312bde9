namespace RotationLambdas.Sandbox.Ecs.Engine;

public sealed class TaskStartException(string reason) : Exception(reason);
