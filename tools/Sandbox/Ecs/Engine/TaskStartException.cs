namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>A task could not be started.</summary>
/// <param name="reason">Its stoppedReason, such as "ResourceInitializationError: …".</param>
internal sealed class TaskStartException(string reason) : Exception(reason);
