namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>A change of credential that a database is to make.</summary>
/// <param name="Rotation">The invocation that wants it.</param>
/// <param name="From">The credential that is expected to work before.</param>
/// <param name="To">The credential that is to work after.</param>
internal sealed record CredentialChange(Rotation Rotation, KnownCredential From, KnownCredential To);
