namespace RotationLambdas.EcsRedeployment.References;

/// <summary>One reference of a task definition or service to a secret or parameter.</summary>
/// <param name="Source">What it reads.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Holder">The container or volume it stands in; empty for a service's own.</param>
/// <param name="Text">The reference as written. It names a secret and holds none.</param>
internal sealed record SecretReference(SourceKey Source, ReferencePlace Place, string Holder, string Text)
{
    /// <summary>The staging label (or parameter label) that is read; null means AWSCURRENT, or a parameter's latest version.</summary>
    public string? Stage { get; init; }

    /// <summary>The version that the reference is pinned to. A pinned reference reads the same value for ever.</summary>
    public string? VersionId { get; init; }

    /// <summary>Whether the value is read when a task starts, and again never.</summary>
    public bool IsReadAtTaskStart => Place is not (ReferencePlace.RepositoryCredentials or ReferencePlace.CredentialSpec);
}
