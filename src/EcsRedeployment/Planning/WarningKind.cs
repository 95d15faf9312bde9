namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What an operator should know about a service though it changes no decision. The names are part of the events and the
/// log; docs/reference/redeployment.md explains each.</summary>
internal enum WarningKind
{
    MovingImageTag,
    ArnInEnvironment,
    PinnedVersion,
    DaemonStopsFirst,
    TagNotUnderstood,
    SingleTaskStops,
    LowMinimumHealthy,
    CannotMove,
    RestartLoop,
}
