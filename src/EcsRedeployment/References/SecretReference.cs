namespace RotationLambdas.EcsRedeployment.References;

/// <summary>One reference of a task definition or service to a secret or parameter.</summary>
/// <param name="Holder">The container or volume it stands in; empty for a service's own.</param>
/// <param name="Text">The reference as written. It names a secret and holds no value.</param>
internal sealed record SecretReference(SourceKey Source, ReferencePlace Place, string Holder, string Text)
{
    /// <summary>The staging label (or parameter label) that is read; null means AWSCURRENT, or a parameter's latest version.</summary>
    public string? Stage { get; init; }

    /// <summary>The version that the reference is pinned to. A pinned reference reads the same value for ever.</summary>
    public string? VersionId { get; init; }

    /// <summary>Whether a running task holds the value that it read at its start.</summary>
    public bool IsReadAtTaskStart => Place is not ReferencePlace.RepositoryCredentials && !IsIndirect;

    /// <summary>Whether only the service's owner knows if its tasks hold the value: it is reported, and restarted only with the
    /// tag.</summary>
    public bool IsIndirect => Place is ReferencePlace.CredentialSpec or ReferencePlace.EnvironmentText;

    /// <summary>Whether ECS itself reads the secret before a new task runs: then a task cannot start without it. A container that reads an
    /// environment value or a secret named by a tag decides for itself what it does without the secret.</summary>
    public bool IsReadByEcs => Place is ReferencePlace.ContainerSecret or ReferencePlace.LogOption or ReferencePlace.ServiceConnectLogOption
        or ReferencePlace.FileSystemCredentials or ReferencePlace.RepositoryCredentials;
}
