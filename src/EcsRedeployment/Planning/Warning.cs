namespace RotationLambdas.EcsRedeployment.Planning;

/// <param name="Subject">The image, container, reference or tag value it is about.</param>
internal sealed record Warning(WarningKind Kind, string Subject);

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
