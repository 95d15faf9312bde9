namespace RotationLambdas.Sandbox.Ecs;

public sealed class TaskChangedEventArgs(TaskView task) : EventArgs
{
    public TaskView Task { get; } = task;
}
