namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>A reason in a sentence, and in another what to do where there is something to do.</summary>
internal static class ReasonText
{
    /// <summary>The sentences for a plan. CodeDeploy's names the command that reads what a deployment by hand needs.</summary>
    public static string Of(ServicePlan plan) =>
        plan is { Reason: Reason.CodeDeployController, Service.Primary.ExternalId: { Length: > 0 } id } && id.All(IsOfAnId)
            ? $"{Of(plan.Reason)} Application, group and revision: aws deploy get-deployment --deployment-id {id}"
            : Of(plan.Reason);

    public static string Of(Reason reason) => reason switch
    {
        Reason.Stale => "Tasks hold an old value.",
        Reason.AlreadyFresh => "Every task was created after the secret changed.",
        Reason.RollingOut => "A deployment that replaces the stale tasks is under way.",
        Reason.RolloutFailed =>
            "The deployments that should have replaced the stale tasks have failed. Fix their cause, then deploy the service yourself, or "
                + "resume the rollout with {\"secretId\":\"<ARN>\"}.",
        Reason.Unverified => "The secret was modified after tasks were created, but nothing shows that its value changed. "
            + "If it did, invoke the function with {\"secretId\":\"<its ARN>\"}.",
        Reason.PinnedVersion => "Every reference names a version, whose value never changes. Name a label instead, or none.",
        Reason.OtherStage => "The service reads a staging label that did not move.",
        Reason.OnlyAtImagePull => "Amazon ECS reads the secret when it pulls an image; running tasks do not depend on it.",
        Reason.IndirectReference =>
            "A credential specification names the secret. Redeploy the service yourself if its content matters to running tasks.",
        Reason.NoRunningTasks => "The service runs no task.",
        Reason.NotActive => "The service is draining or deleted.",
        Reason.OptedOut => "The service's tag rotation:redeploy is false.",
        Reason.NotifyOnly => "The service's tag rotation:redeploy is notify. Deploy it when it suits you.",
        Reason.TagNotUnderstood =>
            "The service's tag rotation:redeploy has an unknown value. Set it to false, notify, stop-tasks or true, and deploy the "
                + "service yourself.",
        Reason.CodeDeployController => "AWS CodeDeploy deploys the service, and Amazon ECS refuses a forced deployment. "
            + "Create a deployment in CodeDeploy, or tag the service rotation:redeploy=stop-tasks.",
        Reason.ExternalController =>
            "A third party deploys the service by task sets. Have it create a task set, or tag the service rotation:redeploy=stop-tasks.",
        Reason.ManagedByEcs => "Amazon ECS manages the service for Express Mode. Update the express gateway service.",
        Reason.SecretMissing =>
            "A secret that the service refers to is deleted or about to be, or no version has the label, and new tasks would not start. "
                + "Restore it, or remove the reference.",
        Reason.TooManyDeployments => "Five deployments of the service are active, and Amazon ECS takes no more. It is retried later.",
        Reason.ForeignDeployment => "A deployment that began before the change is in progress. The service is deployed after it has ended.",
        Reason.ForeignDeploymentStuck =>
            "A deployment that began before the change has failed or does not end, and is not replaced. End it, or deploy the service "
                + "yourself.",
        Reason.RollbackInProgress => "The service is being rolled back. It is deployed after that.",
        Reason.StoppedByOperator =>
            "A person stopped the deployment that followed the change. That stands until the next change; to resume, invoke the function "
            + "with {\"secretId\":\"<ARN>\"}.",
        Reason.RevisionDeregistered =>
            "The service's task definition revision is deregistered, and Amazon ECS refuses to deploy it. Update the service to an active "
                + "revision.",
        Reason.MinimumInterval => "The service was deployed a short while ago. The next deployment begins after the minimum interval.",
        Reason.WindowClosed => "The service's maintenance window is closed. It is deployed when the window opens.",
        Reason.WindowNotUnderstood =>
            "The service's tag rotation:window is not a cron expression of five fields and a time zone. Correct it, such as x 2-4 x x SAT "
                + "Europe/Berlin.",
        Reason.WaitingForCanary => "Other services of the secret are deployed first. It follows when one of them is fresh.",
        Reason.WaitingForPlace =>
            "As many services of the secret as are allowed are being deployed. It follows when one of them has ended.",
        Reason.Halted =>
            "Deployments of this change fail, so that no more are begun. Store a value that works, or fix the cause and resume with the "
                + "secret's tag "
            + "rotation:resume or with {\"secretId\":\"<ARN>\"}.",
        Reason.NotRead =>
            "AWS did not answer what the decision depends on. It is retried, unless a policy refuses it: see scope.unreadable.",
        _ => throw new UnreachableException(),
    };

    // Somebody may paste the command into a shell.
    private static bool IsOfAnId(char one) => char.IsAsciiLetterOrDigit(one) || one == '-';
}
