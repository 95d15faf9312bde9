namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>The state of ECS under one lock. It is read and changed only within <see cref="Change{T}"/> or an entry made by
/// <see cref="At"/>.</summary>
internal sealed class EcsState(Scheduler scheduler)
{
    private readonly Lock _gate = new();
    private int _depth;

    /// <summary>What is to be done after the change under way, outside the lock.</summary>
    public Outbox Outbox { get; } = new();

    public OrderedDictionary<string, Cluster> Clusters { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, List<TaskDefinition>> Families { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TaskDefinition> TaskDefinitionsByArn { get; } = new(StringComparer.Ordinal);

    public HashSet<Service> Unsettled { get; } = [];

    public List<TaskCompletionSource> SettledWaiters { get; } = [];

    public T Change<T>(Func<DateTimeOffset, T> change)
    {
        var outermost = false;
        try
        {
            lock (_gate)
            {
                _depth++;
                try
                {
                    return change(scheduler.Now);
                }
                finally
                {
                    outermost = --_depth == 0;
                    ReleaseWaiters();
                }
            }
        }
        finally
        {
            if (outermost)
            {
                Outbox.Drain();
            }
        }
    }

    public void Change(Action<DateTimeOffset> change) => Change(now =>
    {
        change(now);
        return true;
    });

    public void At(DateTimeOffset due, Action<DateTimeOffset> change) => scheduler.At(due, time => Change(_ => change(time)));

    private void ReleaseWaiters()
    {
        if (_depth == 0 && Unsettled.Count == 0 && SettledWaiters.Count > 0)
        {
            foreach (var waiter in SettledWaiters)
            {
                Outbox.Add(() => waiter.TrySetResult());
            }

            SettledWaiters.Clear();
        }
    }
}
