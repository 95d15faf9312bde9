namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>How a service stands towards one changed secret, the least urgent first.</summary>
internal enum FreshnessState
{
    /// <summary>It reads the secret when it pulls an image, and its tasks do not depend on it.</summary>
    OnlyAtImagePull,

    /// <summary>It reads another label than those that moved.</summary>
    OtherStage,

    /// <summary>Nothing of it runs that could hold a value.</summary>
    NoRunningTasks,

    /// <summary>Every task it runs was created after the change.</summary>
    Fresh,

    /// <summary>It is pinned to a version: new tasks would read the same value.</summary>
    Pinned,

    /// <summary>The secret was modified, perhaps only its description, after tasks were created.</summary>
    Unproven,

    /// <summary>Tasks that hold the old value are being replaced.</summary>
    Rolling,

    /// <summary>The deployment that should have replaced them has failed.</summary>
    Failed,

    /// <summary>It reads a document that names the secret; nobody but its owner knows whether it matters.</summary>
    Indirect,

    /// <summary>Tasks hold an old value, and nothing is under way that replaces them.</summary>
    Stale,
}
