namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The freshness of a service with regard to one changed secret. <see cref="FreshnessTable"/> has the condition of each.</summary>
internal enum FreshnessState
{
    OnlyAtImagePull,
    OtherStage,
    NoRunningTasks,
    Fresh,
    Pinned,
    Unverified,
    Rolling,
    Failed,
    Indirect,
    Stale,
}
