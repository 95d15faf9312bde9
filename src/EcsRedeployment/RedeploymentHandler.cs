using System.Runtime.ExceptionServices;
using Amazon.Lambda.Core;
using RotationLambdas.EcsRedeployment.Reconciliation;

namespace RotationLambdas.EcsRedeployment;

/// <summary>An invocation from its input to its answer: reads the messages, reconciles, reports.</summary>
internal sealed class RedeploymentHandler(
    Reconciler reconciler, FollowUpQueue queue, EventPublisher publisher, EmbeddedMetrics metrics, RedeploymentOptions options,
    TimeProvider clock)
{
    /// <summary>A scan that takes longer than this share of the time continues in the next invocation: the rest is for what it
    /// found.</summary>
    private const double ShareForScans = 0.6;

    /// <summary>The time that is kept for the report.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TimeForEvents = TimeSpan.FromSeconds(10);

    /// <summary>The last report of each secret. It spares repetitions while the process lives, and nothing depends on it.</summary>
    private readonly Dictionary<string, string> _reported = [];

    /// <returns>For a batch, the messages that must be redelivered; else the report.</returns>
    /// <exception cref="EventMalformedException">Invoked without a queue, with something that is not understood.</exception>
    /// <exception cref="WorkRemainsException">Invoked without a queue, by an event that must be redelivered.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var log = new Log(context.Logger);
        var deliveries = TriggerReader.Read(input);
        foreach (var delivery in deliveries)
        {
            log.Received(delivery);
        }

        var notUnderstood = deliveries.Where(delivery => delivery.Trigger is NotUnderstood).ToList();
        var time = context.RemainingTime > Reserve ? context.RemainingTime - Reserve : TimeSpan.Zero;
        using var timeout = new CancellationTokenSource(time, clock);
        var retry = new HashSet<Delivery>(notUnderstood);
        var parts = new List<ReconciliationResult>();
        var unexpected = default(ExceptionDispatchInfo);
        foreach (var request in Requests(deliveries, clock.GetUtcNow() + (time * ShareForScans)))
        {
            try
            {
                parts.Add(await reconciler.RunAsync(request, log, timeout.Token));
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                log.OutOfTime(request.Deliveries.Count);
                retry.UnionWith(request.Deliveries);
            }
            catch (Exception exception)
            {
                log.Unexpected(exception, request.Deliveries.Count);
                retry.UnionWith(request.Deliveries);
                unexpected ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        retry.UnionWith(parts.SelectMany(part => part.Retry));
        await ReportAsync(parts, log);
        MetricsOfInvocation.Write(metrics, deliveries.Count, notUnderstood.Count, parts);
        await DelayAsync(retry, log);
        unexpected?.Throw(); // Last, for what the other parts did is reported all the same; what is redelivered is found done.
        return Answer.To(deliveries, retry, parts, clock.GetUtcNow());
    }

    /// <summary>A dry run, the continuation of a scan and the ends of deployments are reconciled apart from the rest of a batch. Ends of
    /// deployments come last: they report what is.</summary>
    private IEnumerable<ReconciliationRequest> Requests(IReadOnlyList<Delivery> deliveries, DateTimeOffset scanUntil) => deliveries
        .Where(delivery => delivery.Trigger is not (NotUnderstood or Ignored))
        .GroupBy(delivery => (IsEnd: delivery.Trigger is ServiceChange, IsDryRun: IsDryRun(delivery), (delivery.Trigger as Resume)?.Cursor))
        .OrderBy(group => group.Key.IsEnd)
        .Select(group => new ReconciliationRequest([.. group], group.Key.IsDryRun, scanUntil));

    private bool IsDryRun(Delivery delivery) =>
        options.DryRun || delivery.Trigger is ManualRequest { DryRun: true } or Sweep { DryRun: true } or Resume { DryRun: true };

    private async Task ReportAsync(List<ReconciliationResult> parts, Log log)
    {
        foreach (var problem in parts.SelectMany(part => part.Problems).Distinct())
        {
            log.Problem(problem);
        }

        var reports = parts.SelectMany(part => part.Reports).ToList();
        foreach (var report in reports)
        {
            foreach (var service in report.Services)
            {
                log.Decision(service);
            }

            log.Secret(report);
        }

        using var timeout = new CancellationTokenSource(TimeForEvents, clock);
        var news = reports.Where(report => report.IsNews && !IsRepetition(report)).ToList();
        var problems = await publisher.SendAsync(OutcomeEvent.Of(news, clock.GetUtcNow()), timeout.Token);
        foreach (var problem in problems)
        {
            log.Problem(problem);
        }

        news.ForEach(report => _reported[report.Origin.Change.Arn] = problems.Count == 0 ? report.Id : "");
    }

    /// <summary>Every end of a deployment finds the other secrets of its service as they were.</summary>
    private bool IsRepetition(SecretReport report) => report.IsFinal && !(report.IsReminder && report.NeedsPerson)
        && _reported.GetValueOrDefault(report.Origin.Change.Arn) == report.Id;

    /// <summary>What has to be retried is redelivered within minutes.</summary>
    private async Task DelayAsync(IEnumerable<Delivery> retry, Log log)
    {
        using var timeout = new CancellationTokenSource(TimeForEvents, clock);
        var messages = retry.Where(delivery => delivery is { ReceiptHandle: not null, Trigger: not NotUnderstood })
            .DistinctBy(delivery => delivery.ReceiptHandle).Select(delivery => (delivery.ReceiptHandle!, delivery.ReceiveCount));
        foreach (var problem in await queue.DelayAsync(messages, timeout.Token))
        {
            log.Problem(problem);
        }
    }
}
