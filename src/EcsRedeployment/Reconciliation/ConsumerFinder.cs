namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Finds the services that refer to changed secrets: by a scan, by its continuation, or by what the last scan found.</summary>
internal sealed class ConsumerFinder(ServiceScanner scanner, TaskDefinitionCache definitions, ConsumerIndex index, TimeProvider clock)
{
    public async Task<Scan> FindAsync(
        ReconciliationRequest request, IReadOnlyList<ChangeOrigin> origins, DateTimeOffset until, Log log,
        CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var keys = origins.SelectMany(origin => origin.Change.Keys).ToHashSet();
        bool IsWanted(SecretReference reference) => request.IsSweep || keys.Contains(reference.Source);
        var scan = Known(request, origins, keys) is { } known
            ? await scanner.LookAsync(known, IsWanted, cancellationToken)
            : await ScanAsync(request, IsWanted, until, cancellationToken);
        if (scan.Referring.IsEmpty is false && request.Resumed.All(resume => resume.Cursor is null) && !request.IsEndedOnly)
        {
            index.Note(scan, started);
        }

        Report(scan, (clock.GetUtcNow() - started).TotalSeconds, log);
        return scan;
    }

    private async Task<Scan> ScanAsync(
        ReconciliationRequest request, Func<SecretReference, bool> isWanted, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var from = request.Resumed.Select(resume => resume.Cursor).FirstOrDefault(cursor => cursor is not null);
        var scan = await scanner.ScanAsync(isWanted, from, until, cancellationToken);
        if (request.Resumed.SelectMany(resume => resume.Consumers).ToList() is { Count: > 0 } earlier)
        {
            scan.Add(await scanner.LookAsync(earlier, isWanted, cancellationToken));
        }

        return scan;
    }

    /// <summary>When a deployment ended, the last scan has the services, if it is younger than the change.</summary>
    private IReadOnlyList<ServiceAddress>? Known(
        ReconciliationRequest request, IReadOnlyList<ChangeOrigin> origins, HashSet<SourceKey> keys)
    {
        // A deleted secret has no time of its change, and any scan is young enough for it.
        var latest = origins.SelectMany(origin => origin.Change.Labels.Values).Select(time => time.Known)
            .Where(at => at < DateTimeOffset.MaxValue).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return request.IsEndedOnly ? index.Find(keys, latest) : null;
    }

    private void Report(Scan scan, double seconds, Log log)
    {
        log.Scanned(scan.Seen, scan.Services.Count, seconds);
        foreach (var deleted in scan.Deleted)
        {
            log.Deleted(deleted);
        }

        foreach (var problem in scan.MisnamedInTags)
        {
            log.MisnamedInTag(problem);
        }

        while (definitions.Malformed.TryDequeue(out var malformed))
        {
            log.Malformed(malformed.TaskDefinition, malformed.Problem);
        }
    }
}
