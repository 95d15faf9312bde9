using RotationLambdas.Sandbox.Ecs.Model;
using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>All there is in ECS, under one lock. Whoever reads or changes it does so within <see cref="Change{T}"/> or an entry made by <see cref="At"/>.</summary>
/// <param name="scheduler">When what is due.</param>
internal sealed class EcsState(Scheduler scheduler)
{
    private readonly Lock _gate = new();
    private int _depth;

    /// <summary>What is to be done after the change under way, outside the lock.</summary>
    public Outbox Outbox { get; } = new();

    /// <summary>By name; deleted ones stay as INACTIVE until a new one takes the name.</summary>
    public OrderedDictionary<string, Cluster> Clusters { get; } = new(StringComparer.Ordinal);

    /// <summary>The revisions by family, in their order: the revision's number is its place plus one.</summary>
    public SortedDictionary<string, List<TaskDefinition>> Families { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TaskDefinition> TaskDefinitionsByArn { get; } = new(StringComparer.Ordinal);

    /// <summary>Services that are not yet what they shall be.</summary>
    public HashSet<Service> Unsettled { get; } = [];

    /// <summary>Those who wait until there is none.</summary>
    public List<TaskCompletionSource> SettledWaiters { get; } = [];

    /// <summary>Reads or changes the state.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="change">What to do; it is told the time.</param>
    /// <returns>What it gave.</returns>
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

    /// <summary>Changes the state.</summary>
    /// <param name="change">What to do; it is told the time.</param>
    public void Change(Action<DateTimeOffset> change) => Change(now =>
    {
        change(now);
        return true;
    });

    /// <summary>Changes the state at a time.</summary>
    /// <param name="due">When.</param>
    /// <param name="change">What to do; it is told <paramref name="due"/>.</param>
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
