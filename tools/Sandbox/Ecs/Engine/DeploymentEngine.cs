namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>Brings a service's tasks to what they shall be: the primary deployment's up to the desired count, the others' down, within
/// minimumHealthyPercent and maximumPercent.</summary>
/// <remarks>
/// Source: ECS Developer Guide, "Deploy Amazon ECS services by replacing tasks" and "How the Amazon ECS deployment circuit breaker
/// detects failures". All members are called under the state's lock.
/// </remarks>
internal sealed class DeploymentEngine(EcsState state, EcsSettings settings, EcsEvents events, TaskMaker maker)
{
    /// <summary>ECS refuses a deployment when so many are not at their end (aws/containers-roadmap issue 2836).</summary>
    private const int MostDeployments = 5;

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(15);

    private readonly SteadyState _steady = new(state, events);

    public TaskLifecycle Tasks { private get; set; } = null!;

    public Deployment Begin(Service service, TaskDefinition taskDefinition, JsonObject options, DateTimeOffset now)
    {
        if (service.Deployments.Count >= MostDeployments)
        {
            throw EcsErrors.TooManyDeployments(service.Deployments.Count);
        }

        var id = "ecs-svc/" + RandomNumberGenerator.GetString("0123456789", 19);
        var deployment = new Deployment(id, taskDefinition, options, now);
        service.History.Insert(0, deployment);
        MakePrimary(service, deployment, now);
        return deployment;
    }

    /// <summary>Ends a deployment. The most recent completed one returns under its own id, and those of its tasks that still run count at
    /// once (ECS Developer Guide, "How the Amazon ECS deployment circuit breaker detects failures"; events of rolled-back
    /// deployments).</summary>
    public void RollBack(Service service, Deployment deployment, Deployment target, DateTimeOffset now)
    {
        (deployment.RolledBackTo, deployment.RollbackStatus) = (target, "ROLLBACK_IN_PROGRESS");
        (target.ReturnedAt, target.UpdatedAt, target.Status, target.RolloutState, target.FailedTasks, target.CleanUpAt) =
            (now, now, "PRIMARY", "IN_PROGRESS", 0, now);
        // The text of an operator's roll-back is not on record.
        target.RolloutStateReason = deployment.BreakerTriggered
            ? $"ECS deployment circuit breaker: rolling back to deploymentId {target.Id}." : $"ECS deployment {target.Id} in progress.";
        service.Log(now, $"rolling back to deployment {target.Id}.");
        MakePrimary(service, target, now);
    }

    public static Deployment? RollbackTarget(Service service, Deployment deployment) =>
        service.History.Exists(one => one.RolledBackTo == deployment && one.RollbackStatus == "ROLLBACK_IN_PROGRESS")
            ? null : service.History.Find(one => one.WasCompleted && one != deployment);

    private void MakePrimary(Service service, Deployment deployment, DateTimeOffset now)
    {
        _ = service.Deployments.Remove(deployment);
        foreach (var replaced in service.Deployments)
        {
            (replaced.Status, replaced.UpdatedAt) = ("ACTIVE", now);
        }

        service.Deployments.Insert(0, deployment);
        service.NextStart = now;
        if (service.Controller == "ECS")
        {
            events.DeploymentStateChange(service, deployment, "SERVICE_DEPLOYMENT_IN_PROGRESS", deployment.RolloutStateReason, now);
        }

        Reconcile(service, now);
    }

    public void Reconcile(Service service, DateTimeOffset now)
    {
        var desired = Desired(service);
        if (service.Primary is { } primary)
        {
            primary.DesiredCount = desired;
        }

        // A stop may allow a start, and a start a stop.
        while (StartMissing(service, desired, now) | StopSurplus(service, desired, now))
        {
            service.IsSteady = false;
        }

        _steady.Settle(service, desired, now);
    }

    public void TaskFailed(EcsTask task, DateTimeOffset now)
    {
        if (task.Service is not { } service || task.Deployment is not { } deployment)
        {
            return;
        }

        deployment.FailedTasks++;
        deployment.UpdatedAt = now;
        var delay = settings.StartRetryDelay.Ticks << Math.Min(deployment.FailedTasks - 1, 20);
        service.NextStart = now + TimeSpan.FromTicks(Math.Min(delay, LongestRetryDelay.Ticks));
        if (deployment.FailedTasks % 3 == 0)
        {
            service.Log(
                now, "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the "
                    + "Amazon ECS Developer Guide.");
            events.ServiceAction(service, "WARN", "SERVICE_TASK_START_IMPAIRED", now);
        }

        if (service.Configuration.CircuitBreaker && service.Primary == deployment && deployment.RolloutState == "IN_PROGRESS"
            && deployment.FailedTasks >= service.Configuration.BreakerThreshold(Desired(service)))
        {
            Fail(service, deployment, now);
        }
    }

    // A DAEMON service has one instance to run on here.
    private static int Desired(Service service) => service.IsDaemon ? 1 : service.DesiredCount;

    private bool StartMissing(Service service, int desired, DateTimeOffset now)
    {
        if (service.Primary is not { } primary || primary.RolloutState == "FAILED")
        {
            return false;
        }

        var missing = desired - service.Tasks.Count(task => task.IsLive && task.Deployment == primary);
        var free = service.Configuration.MostRunning(desired) - service.Tasks.Count(static task => task.IsLive);
        var count = Math.Min(missing, free);
        if (count <= 0)
        {
            return false;
        }

        if (service.NextStart > now)
        {
            Retry(service);
            return false;
        }

        var started = Enumerable.Range(0, count).Select(_ => maker.OfService(service, primary, now)).ToList();
        started.ForEach(task => Tasks.Launch(task, now));
        service.Log(now, $"has started {started.Count} tasks: {Ids(started)}.");
        return true;
    }

    private static string Ids(List<EcsTask> tasks) => string.Join(' ', tasks.Select(static task => $"(task {task.Id})"));

    // One scheduled reconciliation at this time is enough.
    private void Retry(Service service)
    {
        if (service.RetryAt != service.NextStart)
        {
            service.RetryAt = service.NextStart;
            state.At(service.NextStart, due => Reconcile(service, due));
        }
    }

    private bool StopSurplus(Service service, int desired, DateTimeOffset now)
    {
        var primary = service.Primary;
        var live = service.Tasks.Where(static task => task.IsLive).ToList();
        var spare = live.Count(static task => task.IsRunning) - service.Configuration.LeastRunning(desired);
        List<EcsTask> stop = [];
        // A deployment given up takes nothing more from the tasks that work.
        if (desired == 0 || primary is null || (primary.RolloutState != "FAILED" && MayCleanUp(service, primary, desired, now)))
        {
            var replaced = live.Where(task => task.Deployment != primary && !(task.ProtectedUntil > now)).ToList();
            stop.AddRange(replaced.Where(static task => !task.IsRunning));
            stop.AddRange(replaced.Where(static task => task.IsRunning).Take(Math.Max(0, spare)));
        }

        var own = live.Where(task => task.Deployment == primary).ToList();
        stop.AddRange(
            own.Where(task => !(task.ProtectedUntil > now)).OrderBy(static task => task.IsRunning)
            .ThenByDescending(static task => task.CreatedAt).Take(Math.Max(0, own.Count - desired)));
        foreach (var task in stop)
        {
            Tasks.Stop(task, "ServiceSchedulerInitiated", $"Scaling activity initiated by (deployment {primary?.Id})", now);
        }

        if (stop.Count > 0)
        {
            service.Log(now, $"has stopped {stop.Count} running tasks: {Ids(stop)}.");
        }

        return stop.Count > 0;
    }

    private void Fail(Service service, Deployment deployment, DateTimeOffset now)
    {
        var target = service.Configuration.Rollback ? RollbackTarget(service, deployment) : null;
        deployment.BreakerTriggered = true;
        deployment.RolloutState = "FAILED";
        deployment.RolloutStateReason = "ECS deployment circuit breaker: tasks failed to start."
            + (service.Configuration.Rollback && target is null ? " No rollback candidate was found to run the rollback." : "");
        (deployment.UpdatedAt, deployment.FinishedAt) = (now, now);
        foreach (var failed in service.History.Where(one => one.RolledBackTo == deployment))
        {
            failed.RollbackStatus = "ROLLBACK_FAILED";
        }

        service.Log(now, $"(deployment {deployment.Id}) deployment failed: tasks failed to start.");
        events.DeploymentStateChange(
            service, deployment, "SERVICE_DEPLOYMENT_FAILED", "ECS deployment circuit breaker: task failed to start.", now);
        if (target is not null)
        {
            RollBack(service, deployment, target, now);
        }
    }

    // Blue/green, linear and canary: old tasks stay until the new ones run, traffic has moved and the bake time is over.
    private bool MayCleanUp(Service service, Deployment primary, int desired, DateTimeOffset now)
    {
        if (service.Configuration.IsRolling || service.Deployments.Count == 1)
        {
            return true;
        }

        if (primary.CleanUpAt is null && service.Tasks.Count(task => task.IsRunning && task.Deployment == primary) >= desired)
        {
            primary.CleanUpAt = now + service.Configuration.ShiftAndBake;
            state.At(primary.CleanUpAt.Value, due => Reconcile(service, due));
        }

        return primary.CleanUpAt <= now;
    }
}
