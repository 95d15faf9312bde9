using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Planning;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>
/// Stops a service's stale tasks one after another, each only when the one before has been replaced. The service starts the new ones from
/// the same deployment, and so from the same image digests.
/// </summary>
internal sealed class TaskStop(EcsCalls ecs, TaskReader tasks, RedeploymentOptions options, TimeProvider clock)
{
    private const string Why = "RotationLambdas: a secret that this task holds has changed";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Stops the tasks. What cannot be finished in time is left for later: the tasks that remain are stale then, too.</summary>
    public async Task<RolloutResult> RunAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var service = plan.Service;
        var stale = plan.StaleTasks;
        var running = service.Tasks?.Count(task => task.IsRunning) ?? 0;
        for (var i = 0; i < stale.Count; i++)
        {
            try
            {
                await StopAsync(service.Cluster, stale[i], cancellationToken);
            }
            catch (InvalidParameterException exception) when (exception.Message.Contains("not found", StringComparison.OrdinalIgnoreCase))
            {
                continue; // Stopped by itself in the meantime.
            }

            if (i < stale.Count - 1 && !await IsReplacedAsync(service, stale[i], running, cancellationToken))
            {
                return new(plan, RolloutOutcome.Later, $"After {options.TaskStopWait.TotalSeconds:0} seconds {stale[i]} was not replaced by a running task.");
            }
        }

        return new(plan, RolloutOutcome.Done);
    }

    // A task that was stopped and is asked to stop again stays stopped, so a lost reply needs no look.
    private async Task StopAsync(string cluster, string task, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ecs.StopTaskAsync(cluster, task, Why, cancellationToken);
                return;
            }
            catch (Exception exception) when (UpdateRetry.IsLeft(attempt, exception))
            {
                await Task.Delay(UpdateRetry.PauseAfter(attempt), clock, cancellationToken);
            }
        }
    }

    private async Task<bool> IsReplacedAsync(ServiceSnapshot service, string stopped, int running, CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + options.TaskStopWait;
        while (clock.GetUtcNow() < deadline)
        {
            await Task.Delay(BetweenLooks, clock, cancellationToken);
            var now = await tasks.ReadAsync(service, cancellationToken);
            if (now.Count(task => task.IsRunning && task.Arn != stopped) >= running)
            {
                return true;
            }
        }

        return false;
    }
}
