using System.Collections.Concurrent;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Carries out plans, a few at a time. One service's failure never stops the others.</summary>
/// <param name="deployment">Begins deployments.</param>
/// <param name="taskStop">Stops tasks.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RolloutRunner(ForcedDeployment deployment, TaskStop taskStop, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>
    /// A deployment must be younger than the change, or it would be taken for stale itself. Event times are rounded up by a second and clocks
    /// differ a little; a change that seems to lie further ahead than this is left for later.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Carries out every plan that says so; the others come back as they are.</summary>
    public async Task<IReadOnlyList<RolloutResult>> RunAsync(IReadOnlyList<ServicePlan> plans, CancellationToken cancellationToken)
    {
        var results = new ConcurrentBag<RolloutResult>();
        var (busy, idle) = (plans.Where(IsBusy).ToList(), plans.Where(plan => !IsBusy(plan)));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(busy, parallel, async (plan, _) => results.Add(await CarryOutAsync(plan, cancellationToken)));
        return [.. results, .. idle.Select(plan =>
            new RolloutResult(plan, plan.Decision is Decision.Later ? RolloutOutcome.Later : RolloutOutcome.NotTried))];
    }

    private static bool IsBusy(ServicePlan plan) => plan.Decision is Decision.Redeploy or Decision.StopTasks;

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

            return plan.Decision is Decision.Redeploy
                ? await deployment.BeginAsync(plan, cancellationToken)
                : await taskStop.RunAsync(plan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(plan, RolloutOutcome.Later, "The invocation's time ran out.");
        }
        catch (FunctionException exception)
        {
            return new(plan, RolloutOutcome.Failed, exception.Message);
        }
        catch (AmazonServiceException exception) when (AwsErrors.Classify(exception) is AwsErrorKind.Throttled)
        {
            return new(plan, RolloutOutcome.Later, exception.Message);
        }
        catch (Exception exception) when (AwsErrors.Classify(exception) is AwsErrorKind.Transient)
        {
            return new(plan, RolloutOutcome.Later, exception.Message);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException)
        {
            return new(plan, RolloutOutcome.Failed, exception.Message);
        }
    }
}
