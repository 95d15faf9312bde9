namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>Takes tasks from PROVISIONING over PENDING to RUNNING, and over STOPPING to STOPPED (ECS Developer Guide, "Amazon ECS task
/// lifecycle"). Its public members are called under the state's lock.</summary>
internal sealed class TaskLifecycle(
    EcsState state, EcsSettings settings, EcsEvents events, DeploymentEngine engine, ContainerStarter starter)
{
    private readonly Queue<EcsTask> _stopped = [];

    /// <summary>Raised, outside the lock, after every change of a task.</summary>
    public event Action<EcsTask>? Changed;

    public void Launch(EcsTask task, DateTimeOffset now)
    {
        task.Cluster.Tasks[task.Id] = task;
        task.Service?.Tasks.Add(task);
        Forget(now);
        Announce(task, now);
        state.At(now + settings.ProvisioningTime, due => BecomePending(task, due));
    }

    public void Stop(EcsTask task, string code, string reason, DateTimeOffset now)
    {
        if (!task.IsLive)
        {
            return;
        }

        (task.DesiredStatus, task.StopCode, task.StoppedReason, task.StoppingAt) = ("STOPPED", code, reason, now);
        task.LastStatus = "STOPPING";
        Touch(task, now);
        if (task.StartedAt is not null && task.Containers.Any(static container => container.Running is not null))
        {
            state.Outbox.Add(() => _ = StopContainersAsync(task));
        }
        else
        {
            // A start under way is called off; what it has started by then it ends itself.
            state.Outbox.Add(task.Starting.Cancel);
            state.At(now + settings.StoppingTime, due => Finish(task, due));
        }
    }

    public void ProtectionChanged(EcsTask task, DateTimeOffset now)
    {
        Reconcile(task, now);
        if (task.ProtectedUntil is { } until)
        {
            state.At(until, due => Reconcile(task, due));
        }
    }

    private void BecomePending(EcsTask task, DateTimeOffset now)
    {
        if (!task.IsLive)
        {
            return;
        }

        task.LastStatus = "PENDING";
        Touch(task, now);
        // Only now does a task get its secrets.
        state.Outbox.Add(() => _ = StartAsync(task, now));
    }

    private async Task StartAsync(EcsTask task, DateTimeOffset now)
    {
        try
        {
            var real = await starter.StartAsync(task);
            if (!real)
            {
                state.At(now + settings.PendingTime, due => BecomeRunning(task, due));
                return;
            }

            state.Change(time => BecomeRunning(task, time));
            foreach (var container in task.Containers.Where(static container => container.Running is not null))
            {
                _ = WatchAsync(task, container);
            }
        }
        catch (Exception e)
        {
            // Any error becomes the task's stoppedReason, and the engine goes on with that.
            var reason = e is TaskStartException ? e.Message : "CannotStartContainerError: " + e.Message;
            state.Change(time => FailToStart(task, reason, time > now ? time : now));
        }
    }

    private void BecomeRunning(EcsTask task, DateTimeOffset now)
    {
        if (!task.IsLive)
        {
            // Stopped while its containers started.
            state.Outbox.Add(() => _ = StopContainersAsync(task));
            return;
        }

        (task.LastStatus, task.StartedAt) = ("RUNNING", now);
        if (task.Deployment is { } deployment && task.Service!.Configuration.ResetOnHealthyTask)
        {
            deployment.FailedTasks = 0;
        }

        Touch(task, now);
        Reconcile(task, now);
    }

    private void FailToStart(EcsTask task, string reason, DateTimeOffset now)
    {
        if (task.IsLive)
        {
            (task.DesiredStatus, task.StopCode, task.StoppedReason, task.StoppingAt) = ("STOPPED", "TaskFailedToStart", reason, now);
            Finish(task, now);
        }
    }

    private async Task StopContainersAsync(EcsTask task)
    {
        foreach (var container in task.Containers)
        {
            if (container.Running is { } running)
            {
                await running.StopAsync(container.Definition.StopTimeout ?? settings.StopTimeout);
                container.ExitCode ??= await running.Exited;
                await running.DisposeAsync();
            }
        }

        state.Change(now => Finish(task, now));
    }

    private async Task WatchAsync(EcsTask task, EcsContainer container)
    {
        var exitCode = await container.Running!.Exited;
        state.Change(now =>
        {
            container.ExitCode = exitCode;
            if (container.Definition.Essential)
            {
                Stop(task, "EssentialContainerExited", "Essential container in task exited", now);
            }
        });
    }

    private void Finish(EcsTask task, DateTimeOffset now)
    {
        if (task.LastStatus == "STOPPED")
        {
            return;
        }

        (task.LastStatus, task.StoppedAt) = ("STOPPED", now);
        _stopped.Enqueue(task);
        Touch(task, now);
        _ = task.Service?.Tasks.Remove(task);
        if (task is { StopCode: "TaskFailedToStart", StartedAt: null } or { StopCode: "EssentialContainerExited", StartedAt: null })
        {
            engine.TaskFailed(task, now);
        }

        Reconcile(task, now);
    }

    private void Reconcile(EcsTask task, DateTimeOffset now)
    {
        if (task.Service is { } service)
        {
            engine.Reconcile(service, now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_stopped.TryPeek(out var task) && now - task.StoppedAt > settings.StoppedTaskRetention)
        {
            _ = _stopped.Dequeue();
            _ = task.Cluster.Tasks.Remove(task.Id);
            task.Starting.Dispose();
        }
    }

    private void Touch(EcsTask task, DateTimeOffset now)
    {
        task.Version++;
        Announce(task, now);
    }

    private void Announce(EcsTask task, DateTimeOffset now)
    {
        events.TaskStateChange(task, now);
        if (Changed is { } changed)
        {
            state.Outbox.Add(() => changed(task));
        }
    }
}
