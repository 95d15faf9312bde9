using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Says in a sentence what a reason means, and in another what to do where there is something to do.</summary>
internal static class ReasonText
{
    /// <summary>The sentences for a reason.</summary>
    public static string Of(Reason reason) => reason switch
    {
        Reason.Stale => "Tasks hold an old value.",
        Reason.AlreadyFresh => "Every task was created after the secret changed.",
        Reason.RollingOut => "A deployment that replaces the stale tasks is under way.",
        Reason.RolloutFailed => "The deployments that should have replaced the stale tasks have failed. Mend their cause, then deploy the service yourself.",
        Reason.Unverified => "The secret was modified after tasks were created, but nothing shows that its value changed. "
            + "If it did, invoke the function with {\"secretId\":\"<its ARN>\"}.",
        Reason.PinnedVersion => "Every reference names a version, whose value never changes. Name a label instead, or none.",
        Reason.OtherStage => "The service reads a staging label that did not move.",
        Reason.OnlyAtImagePull => "Amazon ECS reads the secret when it pulls an image; running tasks do not depend on it.",
        Reason.IndirectReference => "A credential specification names the secret. Redeploy the service yourself if its content matters to running tasks.",
        Reason.NoRunningTasks => "The service runs no task.",
        Reason.NotActive => "The service is draining or deleted.",
        Reason.OptedOut => "The service's tag rotation:redeploy is false.",
        Reason.NotifyOnly => "The service's tag rotation:redeploy is notify. Deploy it when it suits you.",
        Reason.TagNotUnderstood => "The service's tag rotation:redeploy has a value that means nothing. Set it to false, notify, stop-tasks or true, and deploy the service yourself.",
        Reason.CodeDeployController => "AWS CodeDeploy deploys the service, and Amazon ECS refuses a forced deployment. "
            + "Create a deployment in CodeDeploy, or tag the service rotation:redeploy=stop-tasks.",
        Reason.ExternalController => "A third party deploys the service by task sets. Have it create a task set, or tag the service rotation:redeploy=stop-tasks.",
        Reason.ManagedByEcs => "Amazon ECS manages the service for Express Mode. Update the express gateway service.",
        Reason.SecretGone => "A secret that the service refers to is deleted or about to be, and new tasks would not start. Restore the secret, or remove the reference.",
        Reason.TooManyDeployments => "Five deployments of the service are active, and Amazon ECS takes no more. It is tried again later.",
        _ => "",
    };
}
