namespace RotationLambdas.Sandbox.Ecs;

/// <summary>Tells of a task that was made or has changed.</summary>
/// <param name="task">The task as it is now.</param>
public sealed class TaskChangedEventArgs(TaskView task) : EventArgs
{
    /// <summary>The task as it is now.</summary>
    public TaskView Task { get; } = task;
}
