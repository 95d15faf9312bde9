namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Why a decision is what it is: one a service. The names are part of the events, the metrics and the log.</summary>
internal enum Reason
{
    /// <summary>Tasks hold an old value.</summary>
    Stale,

    /// <summary>Every task was created after the secret changed.</summary>
    AlreadyFresh,

    /// <summary>A deployment that replaces the stale tasks is under way.</summary>
    RollingOut,

    /// <summary>The deployment that should have replaced the stale tasks has failed; another would fail the same way until somebody fixes
    /// its cause.</summary>
    RolloutFailed,

    /// <summary>The secret was modified after the tasks were created, but nothing shows that its value changed.</summary>
    Unverified,

    /// <summary>Every reference names a version, whose value never changes.</summary>
    PinnedVersion,

    /// <summary>The service reads a staging label that did not move.</summary>
    OtherStage,

    /// <summary>Only Amazon ECS reads the secret, when it pulls an image.</summary>
    OnlyAtImagePull,

    /// <summary>The secret is named by a credential specification, which only its owner can judge.</summary>
    IndirectReference,

    /// <summary>The service runs no task.</summary>
    NoRunningTasks,

    /// <summary>The service is draining or deleted.</summary>
    NotActive,

    /// <summary>The service's tag `rotation:redeploy` is `false`.</summary>
    OptedOut,

    /// <summary>The service's tag `rotation:redeploy` is `notify`.</summary>
    NotifyOnly,

    /// <summary>The service's tag `rotation:redeploy` has a value that means nothing.</summary>
    TagNotUnderstood,

    /// <summary>AWS CodeDeploy deploys the service; Amazon ECS refuses a forced deployment.</summary>
    CodeDeployController,

    /// <summary>A third party deploys the service by task sets.</summary>
    ExternalController,

    /// <summary>Amazon ECS manages the service for Express Mode.</summary>
    ManagedByEcs,

    /// <summary>A secret is deleted or about to be, or lacks the label: new tasks would not start.</summary>
    SecretGone,

    /// <summary>Amazon ECS takes no sixth deployment of a service before one of five has ended.</summary>
    TooManyDeployments,

    /// <summary>A deployment from before the change is in progress; its owner's bake time, canary or pause is not cut short.</summary>
    ForeignDeployment,

    /// <summary>A deployment from before the change goes on for longer than it was planned to.</summary>
    ForeignDeploymentStuck,

    /// <summary>The service is being rolled back.</summary>
    RollbackInProgress,

    /// <summary>A person stopped the deployment that followed the change. That stands until the next change.</summary>
    StoppedByOperator,

    /// <summary>The task definition revision is deregistered; Amazon ECS refuses to deploy it.</summary>
    RevisionDeregistered,

    /// <summary>The service was deployed a short while ago.</summary>
    MinimumInterval,

    /// <summary>The service's maintenance window is closed.</summary>
    WindowClosed,

    /// <summary>The tag `rotation:window` cannot be read.</summary>
    WindowNotUnderstood,

    /// <summary>Canaries are deployed first.</summary>
    WaitingForCanary,

    /// <summary>As many services of the secret as are allowed are being deployed.</summary>
    WaitingForPlace,

    /// <summary>Deployments of this change fail, so no more are begun.</summary>
    Halted,

    /// <summary>AWS did not answer what the decision depends on, or a policy refuses it.</summary>
    NotRead,
}
