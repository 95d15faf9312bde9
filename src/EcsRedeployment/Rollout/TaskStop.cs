using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Stops a service's stale tasks one after another, each only while as many tasks run as the service should run: a new task that
/// does not work costs one old task at most. The service starts the new ones from the same deployment, and so from the same image
/// digests.</summary>
internal sealed class TaskStop(EcsCalls ecs, TaskReader tasks, RedeploymentOptions options, TimeProvider clock)
{
    private const string Why = "RotationLambdas: a secret that this task holds has changed";
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private readonly Shared.RetryPolicy _retry =
        new(new() { MaxAttempts = 8, FirstDelay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(8) }, clock);

    /// <summary>Stops the tasks. What cannot be finished in time is left for later: the tasks that remain are stale then, too.</summary>
    public async Task<RolloutResult> RunAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var service = plan.Service;
        var (stale, stopped) = (plan.StaleTasks, new HashSet<string>());
        var since = plan.SecretStates.Where(state => state.State is FreshnessState.Stale).Max(state => state.FailuresCountSince);
        var target = !service.IsDaemon && service.DesiredCount > 0 ? service.DesiredCount
            : (service.Tasks?.Count ?? 0) + (service.FailedTasks.Any(at => at >= since) ? 1 : 0); // Amazon ECS reports no target there.
        foreach (var task in stale)
        {
            if ((await tasks.ReadFailedAsync(service, cancellationToken)).Count(at => at >= since) >= options.RolloutAttempts)
            {
                return new(
                    plan with { Decision = Decision.Notify, Reason = Reason.RolloutFailed }, RolloutOutcome.NotTried,
                    $"{options.RolloutAttempts} tasks that began after the change have stopped. No more old tasks are stopped.");
            }

            if (await RunningTargetAsync(service, stopped, target, cancellationToken) is not { } now)
            {
                return new(
                    plan, RolloutOutcome.Later,
                    $"For {options.TaskStopWait.TotalSeconds:0} seconds fewer than {target} tasks ran, so that no other task is stopped.");
            }

            if (now.All(one => one.Arn != task))
            {
                continue; // It has stopped since: by itself, or by another process.
            }

            try
            {
                await _retry.RunAsync(
                    token => ecs.StopTaskAsync(service.Cluster, task, Why, token), AwsErrors.IsWorthRetrying, (_, _) =>
                        null, cancellationToken);
            }
            catch (InvalidParameterException exception) when (exception.Message.Contains("not found", StringComparison.OrdinalIgnoreCase))
            {
                // It stopped by itself in the meantime.
            }

            stopped.Add(task);
        }

        return new(plan, RolloutOutcome.Done);
    }

    /// <summary>The tasks, as soon as enough run; null when they do not in time.</summary>
    private async Task<IReadOnlyList<TaskSnapshot>?> RunningTargetAsync(
        ServiceSnapshot service, HashSet<string> stopped, int target, CancellationToken cancellationToken)
    {
        for (var deadline = clock.GetUtcNow() + options.TaskStopWait; ;)
        {
            var now = await tasks.ReadAsync(service, cancellationToken);
            if (now.Count(task => task.IsRunning && !stopped.Contains(task.Arn)) >= target)
            {
                return now;
            }

            if (clock.GetUtcNow() >= deadline)
            {
                return null;
            }

            await Task.Delay(PollInterval, clock, cancellationToken);
        }
    }
}
