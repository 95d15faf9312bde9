namespace RotationLambdas.Sandbox.Faults;

/// <summary>The faults to inject. Every rule counts the calls that it matches; the first that injects decides. Safe from any
/// thread.</summary>
public sealed class FaultPlan
{
    private ImmutableList<FaultRule> _rules = [];

    public FaultRule Add(FaultRule rule)
    {
        ImmutableInterlocked.Update(ref _rules, (all, added) => all.Add(added), rule);
        return rule;
    }

    public void Remove(FaultRule rule) => ImmutableInterlocked.Update(ref _rules, (all, removed) => all.Remove(removed), rule);

    public void Clear() => Volatile.Write(ref _rules, []);

    internal FaultAction? Inject(AwsCall call) => Volatile.Read(ref _rules).FindAll(rule => rule.Injects(call)).FirstOrDefault()?.Action;
}
