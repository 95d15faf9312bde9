namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A credential and the version of the secret that holds it.</summary>
/// <param name="Name">Its name in a log: its label, or "unlabelled".</param>
internal sealed record KnownCredential(string Name, string VersionId, DatabaseSecret Secret, DateTime Created)
{
    public override string ToString() => $"{Name} ({VersionId})";
}
