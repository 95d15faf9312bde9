namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The freshness of a service with regard to one changed secret. <see cref="FreshnessTable"/> has the condition of each.</summary>
internal enum FreshnessState
{
    /// <summary>It reads the secret when it pulls an image, and its tasks do not depend on it.</summary>
    OnlyAtImagePull,

    /// <summary>It reads another label than those that moved.</summary>
    OtherStage,

    /// <summary>It runs no task that could hold a value.</summary>
    NoRunningTasks,

    /// <summary>Every task was created after the change.</summary>
    Fresh,

    /// <summary>It is pinned to a version: new tasks would read the same value.</summary>
    Pinned,

    /// <summary>The secret was modified, perhaps only its description, after tasks were created.</summary>
    Unverified,

    /// <summary>Tasks that hold the old value are being replaced.</summary>
    Rolling,

    /// <summary>The deployment that should have replaced them has failed.</summary>
    Failed,

    /// <summary>It reads a document that names the secret; only its owner knows whether that matters.</summary>
    Indirect,

    /// <summary>Tasks hold an old value, and no deployment replaces them.</summary>
    Stale,
}
