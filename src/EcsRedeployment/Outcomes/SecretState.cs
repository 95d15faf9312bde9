namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The state of a changed secret. All but <see cref="Rolling"/> are final: nothing more is done for this change. The names are
/// part of the events.</summary>
internal enum SecretState
{
    Rolling,
    Fresh,
    Deferred,
    Partial,
    Failed,
    Halted,
    NoConsumers,
    Unverified,
}
