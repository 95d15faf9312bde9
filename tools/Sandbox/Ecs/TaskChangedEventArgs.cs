namespace RotationLambdas.Sandbox.Ecs;

/// <summary>Tells of a task that was made or has changed.</summary>
public sealed class TaskChangedEventArgs(TaskView task) : EventArgs
{
    public TaskView Task { get; } = task;
}
