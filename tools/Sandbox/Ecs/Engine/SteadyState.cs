using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>Tells when a service is as it shall be: its deployment COMPLETED, the service steady. Called under the state's lock.</summary>
internal sealed class SteadyState(EcsState state, EcsEvents events)
{
    public void Settle(Service service, int desired, DateTimeOffset now)
    {
        Retire(service, now);
        if (service.Status == "DRAINING" && service.Tasks.Count == 0)
        {
            service.Status = "INACTIVE";
            service.Deployments.Clear();
            state.Unsettled.Remove(service);
            return;
        }

        var quiet = service.Tasks.TrueForAll(static task => task.IsRunning);
        var steady = quiet && service.Status == "ACTIVE" && service.Deployments.Count == 1 && service.Tasks.Count == desired
            && service.Primary?.RolloutState != "FAILED";
        if (!steady)
        {
            service.IsSteady = false;
            _ = quiet && service.Primary is null or { RolloutState: "FAILED" } ? state.Unsettled.Remove(service)
                : state.Unsettled.Add(service);
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

    private void Complete(Service service, Deployment deployment, DateTimeOffset now)
    {
        deployment.RolloutState = "COMPLETED";
        deployment.RolloutStateReason = $"ECS deployment {deployment.Id} completed.";
        deployment.WasCompleted = true;
        deployment.UpdatedAt = now;
        deployment.FinishedAt = now;
        service.Log(now, $"(deployment {deployment.Id}) deployment completed.");
        if (service.Controller == "ECS")
        {
            events.DeploymentStateChange(service, deployment, "SERVICE_DEPLOYMENT_COMPLETED", deployment.RolloutStateReason, now);
        }
    }
}
