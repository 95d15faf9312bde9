namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>A container could not be started.</summary>
/// <param name="reason">Why, as the task's stoppedReason tells it behind "CannotStartContainerError: ".</param>
public sealed class CannotStartContainerException(string reason) : Exception(reason);
