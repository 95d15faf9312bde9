using System.Runtime.ExceptionServices;
using Amazon.Lambda.Core;
using RotationLambdas.EcsRedeployment.Errors;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Reconciliation;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment;

/// <summary>An invocation from its input to its answer: reads the events, has them dealt with, tells what came of it.</summary>
internal sealed class RedeploymentHandler(
    Reconciler reconciler, ServiceFollowUp followUp, EventPublisher publisher, EmbeddedMetrics metrics, RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>What is left of an invocation for telling what came of it.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    /// <summary>Deals with an invocation.</summary>
    /// <returns>For a batch, the messages that must come again; else the report.</returns>
    /// <exception cref="EventMalformedException">Invoked without a queue, with something that is not understood.</exception>
    /// <exception cref="WorkRemainsException">Invoked without a queue, by an event that must come again.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var log = new Log(context.Logger);
        var deliveries = TriggerReader.Read(input);
        var strange = deliveries.Where(delivery => delivery.Trigger is NotUnderstood).ToList();
        foreach (var delivery in strange)
        {
            log.NotUnderstood(delivery.MessageId, ((NotUnderstood)delivery.Trigger).Problem);
        }

        foreach (var delivery in deliveries)
        {
            if (delivery.Trigger is Ignored ignored)
            {
                log.Ignored(ignored.Why);
            }
        }

        using var timeout = new CancellationTokenSource(WithinReserve(context.RemainingTime), clock);
        var again = new HashSet<Delivery>(strange);
        var parts = new List<ReconciliationResult>();
        var unforeseen = default(ExceptionDispatchInfo);
        foreach (var (group, deal) in Parts(deliveries, log, timeout.Token))
        {
            try
            {
                parts.Add(await deal());
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                log.OutOfTime(group.Count);
                again.UnionWith(group);
            }
            catch (Exception exception)
            {
                log.Unforeseen(exception, group.Count);
                unforeseen ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        again.UnionWith(parts.SelectMany(part => part.Again));
        await TellAsync(parts, log);
        MetricsOfInvocation.Write(metrics, deliveries.Count, strange.Count, parts);
        unforeseen?.Throw(); // Last, for what the other parts did is told all the same; what comes again is found done.
        return Answer.To(deliveries, again, parts, clock.GetUtcNow());
    }

    /// <summary>A rehearsal and the real thing may come in one batch; each is a part of its own. Ends of deployments come last: they tell of what is.</summary>
    private IEnumerable<(IReadOnlyList<Delivery> Deliveries, Func<Task<ReconciliationResult>> Deal)> Parts(
        IReadOnlyList<Delivery> deliveries, Log log, CancellationToken cancellationToken)
    {
        var work = deliveries.Where(delivery => delivery.Trigger is SecretChange or ParameterChange or ManualRequest or Sweep).ToLookup(IsDryRun);
        foreach (var group in work)
        {
            yield return ([.. group], () => reconciler.RunAsync([.. group], group.Key, log, cancellationToken));
        }

        var ended = deliveries.Where(delivery => delivery.Trigger is ServiceChange).ToList();
        if (ended.Count > 0)
        {
            yield return (ended, () => followUp.RunAsync(ended, cancellationToken));
        }
    }

    private bool IsDryRun(Delivery delivery) => options.DryRun || delivery.Trigger is ManualRequest { DryRun: true } or Sweep { DryRun: true };

    private async Task TellAsync(List<ReconciliationResult> parts, Log log)
    {
        foreach (var problem in parts.SelectMany(part => part.Problems).Distinct())
        {
            log.Problem(problem);
        }

        var reports = parts.SelectMany(part => part.Reports).ToList();
        foreach (var report in reports)
        {
            report.Services.ToList().ForEach(log.Decision);
            log.Secret(report);
        }

        // A sweep finds most secrets as they should be: that is no news. What has just become fresh is.
        var news = parts.SelectMany(part => part.Reports.Where(report => part.OverdueForRotation is null
            || report.State is not (ServiceState.Fresh or ServiceState.Unverified))).ToList();
        using var timeout = new CancellationTokenSource(Reserve, clock);
        foreach (var problem in await publisher.SendAsync(OutcomeEvent.Of(news, clock.GetUtcNow()), timeout.Token))
        {
            log.Problem(problem);
        }
    }

    private static TimeSpan WithinReserve(TimeSpan remaining) => remaining > Reserve ? remaining - Reserve : TimeSpan.Zero;
}
