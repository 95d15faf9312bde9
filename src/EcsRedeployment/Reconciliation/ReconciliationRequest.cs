namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>What one reconciliation is to do.</summary>
/// <param name="Deliveries">The messages: changes, requests, sweeps, ends of deployments, and the function's messages to itself.</param>
/// <param name="IsDryRun">Whether to plan and report only.</param>
/// <param name="ScanUntil">When the scan stops, to be continued in another invocation.</param>
internal sealed record ReconciliationRequest(IReadOnlyList<Delivery> Deliveries, bool IsDryRun, DateTimeOffset ScanUntil)
{
    /// <summary>Every secret that any service refers to is in question.</summary>
    public bool IsSweep => Deliveries.Any(delivery => delivery.Trigger is Sweep or Resume { Changes.Count: 0 });

    /// <summary>The function's messages to itself among them.</summary>
    public IReadOnlyList<Resume> Resumed => [.. Deliveries.Select(delivery => delivery.Trigger).OfType<Resume>()];

    /// <summary>Only ends of deployments: they carry a rollout on, and start no chain of messages of their own.</summary>
    public bool IsEndedOnly => Deliveries.All(delivery => delivery.Trigger is ServiceChange);

    /// <summary>The changes of the messages in short, for a message to itself: of each label the newest, so that a secret that changes
    /// every minute does not fill the message.</summary>
    public IReadOnlyList<ResumedChange> Changes =>
        [.. Resumed.SelectMany(resume => resume.Changes)
            .Concat(Deliveries.Select(delivery => ResumedChange.Of(delivery.Trigger)).OfType<ResumedChange>())
            .GroupBy(change => change with { At = null, Version = null }).Select(same => same.MaxBy(change => change.At)!)];
}
