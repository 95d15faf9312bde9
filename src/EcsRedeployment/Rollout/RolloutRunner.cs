namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Carries out plans, a few at a time. One service's failure never stops the others.</summary>
internal sealed class RolloutRunner(ForcedDeployment deployment, TaskStop taskStop, TimeProvider clock)
{
    private const int Workers = 4;

    /// <summary>A deployment must be younger than the change, or it would be taken for stale itself. Event times are rounded up by a
    /// second and clocks differ a little; a change that seems to lie further ahead than this is left for later.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Carries out plans to redeploy or to stop tasks; the others are returned as they are.</summary>
    public async Task<IReadOnlyList<RolloutResult>> RunAsync(IReadOnlyList<ServicePlan> plans, CancellationToken cancellationToken)
    {
        var results = new ConcurrentBag<RolloutResult>();

        // Stopping tasks takes minutes a service, so it has workers of its own.
        await Task.WhenAll(RunAsync(Decision.Redeploy), RunAsync(Decision.StopTasks));
        var done = results.Select(result => result.Plan.Service.Key).ToHashSet();
        return [.. results, .. plans.Where(plan => !done.Contains(plan.Service.Key)).Select(plan =>
            new RolloutResult(plan, plan.Decision is Decision.Later ? RolloutOutcome.Later : RolloutOutcome.NotTried))];

        Task RunAsync(Decision decision) => Parallel.ForEachAsync(
            plans.Where(plan => plan.Decision == decision),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = CancellationToken.None },
            async (plan, _) => results.Add(await CarryOutAsync(plan, cancellationToken)));
    }

    private async Task<RolloutResult> CarryOutAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var wait = plan.StaleSince + Margin - clock.GetUtcNow();
            if (wait > LongestWait)
            {
                return new(plan, RolloutOutcome.Later, "The change lies ahead of the function's clock.");
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            return await (plan.Decision is Decision.Redeploy
                ? deployment.BeginAsync(plan, cancellationToken) : taskStop.RunAsync(plan, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(plan, RolloutOutcome.Later, "The invocation's time ran out.");
        }
        catch (FunctionException exception)
        {
            return new(plan with { Decision = Decision.Notify }, RolloutOutcome.Failed, exception.Message);
        }
        catch (Exception exception) when (AwsErrors.IsWorthRetrying(exception))
        {
            return new(plan, RolloutOutcome.Later, exception.Message);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException)
        {
            return new(plan, RolloutOutcome.Failed, exception.Message);
        }
    }
}
