using RotationLambdas.PostgresRotation.Events;

namespace RotationLambdas.PostgresRotation;

/// <summary>One invocation: the event, and what the step works with.</summary>
/// <param name="Budget">The time that the work may take.</param>
/// <param name="Log">The invocation's log.</param>
internal sealed record Rotation(RotationEvent Event, SecretsClient Secret, TimeBudget Budget, RotationLog Log)
{
    public string VersionId => Event.ClientRequestToken;

    /// <summary>Reads a version's text, naming it so that an error names its origin.</summary>
    /// <exception cref="Errors.SecretMalformedException">The version is not a PostgreSQL secret that can be used.</exception>
    public KnownCredential Read(SecretValue value, string name) => new(
        name,
        value.VersionId,
        DatabaseSecret.Parse(value.Text, OutsideText.Of($"The {name} version {value.VersionId} of the secret {Secret.SecretId}")),
        value.Created);
}
