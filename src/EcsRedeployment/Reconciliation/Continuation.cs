namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Has what is left done in another invocation: the rest of a scan at once, and services that wait after a while.</summary>
internal sealed class Continuation(FollowUpQueue queue, RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>A chain of messages ends after some seven hours at the default wait, later than any minimum interval; from then on the
    /// sweep continues, which does not see parameters.</summary>
    private const int MostAttempts = 200;

    /// <summary>A message holds 256 KB; a later sweep finds the others.</summary>
    private const int MostSecrets = 500;

    /// <summary>Whether scans can be continued.</summary>
    public bool CanContinue => queue.IsThere;

    /// <summary>Sends the message by which a scan continues.</summary>
    /// <returns>Why it could not be sent; null when it was, or when there is nothing to continue.</returns>
    public async Task<string?> ContinueScanAsync(ReconciliationRequest request, Scan scan, CancellationToken cancellationToken) =>
        scan.Next is null ? null
        : await SendAsync(
            request, request.IsSweep
                ? [] : Dated(request), scan.Next, request.IsSweep
                ? [] : [.. scan.Services.Select(service => new ServiceAddress(service.Cluster, service.Arn)).Take(Resume.MostConsumers)],
            TimeSpan.Zero, cancellationToken);

    /// <summary>Sends the message by which services that are in progress or wait are reconciled once more: an end of a deployment may
    /// come without an event.</summary>
    /// <returns>Whether the wait is taken care of. If not, the messages themselves have to be redelivered.</returns>
    public async Task<(bool IsSent, string? Problem)> ContinueRolloutAsync(
        ReconciliationRequest request, IReadOnlyList<SecretReport> reports, CancellationToken cancellationToken)
    {
        var waiting = reports.Where(report => report.CountOf(ServiceState.Rolling) > 0).Select(report => report.Origin.Change.Arn).ToList();
        if (request.IsDryRun || request.IsEndedOnly || waiting.Count == 0)
        {
            return (true, null);
        }

        if (!queue.IsThere || AttemptAfter(request) > MostAttempts)
        {
            return (queue.IsThere, null);
        }

        var problem = await SendAsync(
            request, request.IsSweep
                ? [.. waiting.Take(MostSecrets).Select(arn => new ResumedChange(arn))]
                : Dated(request), null, [], options.CanaryWait, cancellationToken);
        return (problem is null, problem);
    }

    /// <summary>A new event begins a new chain.</summary>
    private static int AttemptAfter(ReconciliationRequest request) =>
        request.Deliveries.Count > request.Resumed.Count ? 1 : request.Resumed.Max(resume => resume.Attempt) + 1;

    private IReadOnlyList<ResumedChange> Dated(ReconciliationRequest request) =>
        [.. request.Changes.Select(change => change.ByHand ? change with { At = change.At ?? clock.GetUtcNow() } : change)];

    private Task<string?> SendAsync(
        ReconciliationRequest request, IReadOnlyList<ResumedChange> changes, ScanCursor? cursor, IReadOnlyList<ServiceAddress> consumers,
        TimeSpan delay,
        CancellationToken cancellationToken) => queue.SendAsync(
            new Resume(changes)
            {
                Attempt = AttemptAfter(request),
                Cursor = cursor,
                Consumers = consumers,
                DryRun = request.IsDryRun,
            }.ToJson(),
            delay,
            cancellationToken);
}
