namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What an operator should know about a service though it changes no decision. The names are part of the events and the
/// log.</summary>
internal enum WarningKind
{
    /// <summary>A forced deployment resolves image tags anew, and an image is named by a tag that may be moved.</summary>
    MovingImageTag,

    /// <summary>A plain environment variable holds the secret's ARN: the container fetches the value itself, or somebody mistook
    /// `environment` for `secrets`.</summary>
    ArnInEnvironment,

    /// <summary>A reference is pinned to a version: its tasks will keep a password that a later rotation makes useless.</summary>
    PinnedVersion,

    /// <summary>A daemon service stops its old task on an instance before it starts the new one, unless its deployment configuration is
    /// set otherwise.</summary>
    DaemonStopsFirst,

    /// <summary>The tag `rotation:redeploy` has a value that means nothing.</summary>
    TagNotUnderstood,

    /// <summary>A service with a single task is without any while that task is stopped and replaced.</summary>
    SingleTaskStops,

    /// <summary>The minimum healthy percentage is below 50: a value that does not work costs running tasks.</summary>
    LowMinimumHealthy,

    /// <summary>The deployment configuration lets a deployment neither stop nor start a task.</summary>
    CannotMove,

    /// <summary>The service is deployed over and over: perhaps it changes its own secret when it starts.</summary>
    RestartLoop,
}
