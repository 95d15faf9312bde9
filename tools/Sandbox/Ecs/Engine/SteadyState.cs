namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>Completes deployments and reports the steady state. Called under the state's lock.</summary>
internal sealed class SteadyState(EcsState state, EcsEvents events)
{
    public void Settle(Service service, int desired, DateTimeOffset now)
    {
        Retire(service, now);
        var quiet = service.Tasks.TrueForAll(static task => task.IsRunning);
        var steady = quiet && service.Deployments.Count == 1 && service.Tasks.Count == desired
            && service.Primary?.RolloutState != "FAILED";
        if (!steady)
        {
            service.IsSteady = false;
            var ended = quiet && (IsBlocked(service, desired, now) || service.Primary is null or { RolloutState: "FAILED" });
            _ = ended ? state.Unsettled.Remove(service) : state.Unsettled.Add(service);
            return;
        }

        state.Unsettled.Remove(service);
        if (service.Primary is { RolloutState: "IN_PROGRESS" } primary)
        {
            Complete(service, primary, now);
        }

        if (!service.IsSteady)
        {
            service.IsSteady = true;
            service.Log(now, "has reached a steady state.");
            events.ServiceAction(service, "INFO", "SERVICE_STEADY_STATE", now);
        }
    }

    // A replaced deployment stays ACTIVE until its last task is STOPPED.
    private static void Retire(Service service, DateTimeOffset now)
    {
        foreach (
            var drained in service.Deployments.Where(
            deployment => deployment.Status == "ACTIVE" && service.Tasks.TrueForAll(task => task.Deployment != deployment)).ToList())
        {
            drained.Status = "INACTIVE";
            drained.FinishedAt ??= now;
            service.Deployments.Remove(drained);
        }
    }

    /// <summary>A rolling deployment that may neither stop an old task nor start a new one stays for ever: desired 1 with 50 % and 100 %
    /// (aws/amazon-ecs-agent issue 2031). The text is that of the ECS Developer Guide, "Amazon ECS service event messages".</summary>
    private static bool IsBlocked(Service service, int desired, DateTimeOffset now)
    {
        if (service is not { Configuration.IsRolling: true, Primary: { RolloutState: "IN_PROGRESS" } primary, Deployments.Count: > 1 }
            || service.NextStart > now || service.Tasks.Count < service.Configuration.MostRunning(desired)
            || service.Tasks.Count > service.Configuration.LeastRunning(desired))
        {
            return false;
        }

        if (!primary.IsBlocked)
        {
            primary.IsBlocked = true;
            service.Log(now, "was unable to stop or start tasks during a deployment because of the service deployment configuration. "
                + "Update the minimumHealthyPercent or maximumPercent value and try again.");
        }

        return true;
    }

    private void Complete(Service service, Deployment deployment, DateTimeOffset now)
    {
        deployment.RolloutState = "COMPLETED";
        deployment.RolloutStateReason = $"ECS deployment {deployment.Id} completed.";
        deployment.WasCompleted = true;
        deployment.UpdatedAt = now;
        deployment.FinishedAt ??= now;
        foreach (var failed in service.History.Where(one => one.RolledBackTo == deployment && one.RollbackStatus == "ROLLBACK_IN_PROGRESS"))
        {
            (failed.RollbackStatus, failed.FinishedAt) = ("ROLLBACK_SUCCESSFUL", now);
        }

        service.Log(now, $"(deployment {deployment.Id}) deployment completed.");
        if (service.Controller == "ECS")
        {
            events.DeploymentStateChange(service, deployment, "SERVICE_DEPLOYMENT_COMPLETED", deployment.RolloutStateReason, now);
        }
    }
}
