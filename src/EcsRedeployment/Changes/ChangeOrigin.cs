namespace RotationLambdas.EcsRedeployment.Changes;

/// <param name="Facts">What Secrets Manager knows of the secret; null for parameters and for secrets that may not be described.</param>
/// <param name="Deliveries">The messages about it; empty when a sweep found it.</param>
internal sealed record ChangeOrigin(Change Change, SecretFacts? Facts, IReadOnlyList<Delivery> Deliveries)
{
    /// <summary>The dates of the secret's versions were read.</summary>
    public bool IsDated { get; init; }
}
