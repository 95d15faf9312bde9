namespace RotationLambdas.Sandbox.Ecs;

/// <summary>A task that was created or has changed.</summary>
public sealed class TaskChangedEventArgs(TaskView task) : EventArgs
{
    public TaskView Task { get; } = task;
}
