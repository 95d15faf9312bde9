namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Why a decision is what it is: one a service. ReasonText has a sentence for each. The names are part of the events, the
/// metrics and the log.</summary>
internal enum Reason
{
    Stale,
    AlreadyFresh,
    RollingOut,
    RolloutFailed,
    Unverified,
    PinnedVersion,
    OtherStage,
    OnlyAtImagePull,
    IndirectReference,
    NoRunningTasks,
    NotActive,
    OptedOut,
    NotifyOnly,
    TagNotUnderstood,
    CodeDeployController,
    ExternalController,
    ManagedByEcs,
    SecretMissing,
    TooManyDeployments,
    ForeignDeployment,
    ForeignDeploymentStuck,
    RollbackInProgress,
    StoppedByOperator,
    RevisionDeregistered,
    MinimumInterval,
    WindowClosed,
    WindowNotUnderstood,
    WaitingForCanary,
    WaitingForPlace,
    Halted,
    NotRead,
}
