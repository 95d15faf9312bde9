namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The state of a service with regard to one changed secret after everything possible was done. The names are part of the
/// events; docs/reference/events.md explains them.</summary>
internal enum ServiceState
{
    NotConcerned,
    Fresh,
    Unverified,
    Excluded,
    Deferred,
    Rolling,
    NeedsAttention,
    Overdue,
    Failed,
    Halted,
}
