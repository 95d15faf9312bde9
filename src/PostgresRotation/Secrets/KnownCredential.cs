namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A credential and the version of the secret that it stands in.</summary>
/// <param name="Name">What to call it in a log: its label, or "unlabelled".</param>
/// <param name="VersionId">The version's id.</param>
/// <param name="Secret">What the version holds.</param>
internal sealed record KnownCredential(string Name, string VersionId, DatabaseSecret Secret)
{
    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Name} ({VersionId})";
}
