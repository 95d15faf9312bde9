using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.References;
using RotationLambdas.EcsRedeployment.Rollout;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>
/// Looks, when deployments have ended, how all the services of their secrets stand. It tells and never acts: a deployment that failed is not
/// tried again because it failed.
/// </summary>
internal sealed class ServiceFollowUp(
    ChangeReader changeReader, ServiceScanner scanner, PlanMaker planMaker, Reporter reporter, ConsumerIndex index, TimeProvider clock)
{
    /// <summary>A deployment that ends later than this after a secret's change has another cause, most likely. The sweep reports what is amiss all the same.</summary>
    private static readonly TimeSpan Concerned = TimeSpan.FromDays(1);

    /// <summary>Deals with the ends of deployments.</summary>
    public async Task<ReconciliationResult> RunAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var done = new ReconciliationResult();
        var addresses = deliveries.Select(delivery => (ServiceChange)delivery.Trigger)
            .Select(change => new ServiceAddress(change.Cluster, change.Service.ToString()));
        var scan = await scanner.LookAsync(addresses, _ => true, cancellationToken);
        var origins = await OriginsAsync(scan.Services, done, cancellationToken);
        var plans = await planMaker.MakeAsync(scan.Services, origins, isRepeated: true, done.Problems, cancellationToken);
        origins.RemoveAll(origin => !IsRecent(origin, plans));
        if (origins.Count > 0)
        {
            scan = await ConsumersAsync(origins, cancellationToken);
            plans = await planMaker.MakeAsync(scan.Services, origins, isRepeated: true, done.Problems, cancellationToken);
        }
        else
        {
            plans = [];
        }

        done.ServicesSeen = scan.Seen;
        done.Problems.AddRange(scan.Permanent);
        if (!scan.Problems.IsEmpty)
        {
            done.Problems.AddRange(scan.Problems);
            done.Again.UnionWith(deliveries);
        }

        done.Results.AddRange(plans.Select(plan => new RolloutResult(plan, RolloutOutcome.NotTried)));
        done.Reports.AddRange(await reporter.MakeAsync(origins, done.Results, cancellationToken));
        done.SecondsToFresh.AddRange(done.Reports
            .Where(report => report.State is ServiceState.Fresh && report.ChangedAt is not null)
            .Select(report => (clock.GetUtcNow() - report.ChangedAt!.Value).TotalSeconds));
        return done;
    }

    private async Task<List<ChangeOrigin>> OriginsAsync(IEnumerable<ServiceSnapshot> services, ReconciliationResult done, CancellationToken cancellationToken)
    {
        var origins = new List<ChangeOrigin>();
        foreach (var key in services.SelectMany(service => service.References.Select(reference => reference.Source)).Distinct())
        {
            if (await changeReader.ReadReferencedAsync(key, done.Problems.Add, _ => { }, cancellationToken) is { } origin
                && !origins.Exists(known => known.Change.Arn == origin.Change.Arn))
            {
                origins.Add(origin);
            }
        }

        return origins;
    }

    private bool IsRecent(ChangeOrigin origin, IReadOnlyList<ServicePlan> plans) => plans
        .SelectMany(plan => plan.SecretStates)
        .Any(state => state.Change.Arn == origin.Change.Arn && clock.GetUtcNow() - state.ChangedAt < Concerned);

    private async Task<Scan> ConsumersAsync(List<ChangeOrigin> origins, CancellationToken cancellationToken)
    {
        var keys = origins.SelectMany(origin => origin.Change.Keys).ToHashSet();
        // A secret that is gone has no time of its change, and any look will do for it.
        var latest = origins.SelectMany(origin => origin.Change.Labels.Values).Select(time => time.Known)
            .Where(at => at < DateTimeOffset.MaxValue).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        bool IsWanted(SecretReference reference) => keys.Contains(reference.Source);
        if (index.Find(keys, latest) is { } known)
        {
            return await scanner.LookAsync(known, IsWanted, cancellationToken);
        }

        var started = clock.GetUtcNow();
        var scan = await scanner.ScanAsync(IsWanted, cancellationToken);
        index.Note(scan, started);
        return scan;
    }
}
