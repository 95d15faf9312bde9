using RotationLambdas.PostgresRotation.Events;
using RotationLambdas.PostgresRotation.Secrets;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation;

/// <summary>One invocation: what was asked for, and what it has to do it with.</summary>
/// <param name="Event">What was asked for.</param>
/// <param name="Secret">The secret that is rotated.</param>
/// <param name="Budget">The time that the invocation has.</param>
/// <param name="Log">The invocation's log.</param>
internal sealed record Rotation(RotationEvent Event, SecretsClient Secret, TimeBudget Budget, RotationLog Log)
{
    /// <summary>
    /// What talking to a database may take in one step. A server that accepts connections and never answers must not cost more than ten
    /// seconds, whatever time the function has.
    /// </summary>
    private static readonly TimeSpan DatabaseTime = TimeSpan.FromSeconds(9);

    /// <summary>The id of the pending version.</summary>
    public string VersionId => Event.ClientRequestToken;

    /// <summary>The same invocation, with the time that talking to a database may take from now on.</summary>
    public Rotation WithDatabaseTime() => this with { Budget = Budget.Part(DatabaseTime) };

    /// <summary>Reads a version's text, naming it so that an error says where it is from.</summary>
    /// <exception cref="Errors.SecretMalformedException">The version is not a PostgreSQL secret that can be used.</exception>
    public KnownCredential Read(SecretValue value, string name) => new(
        name, value.VersionId, DatabaseSecret.Parse(value.Text, $"The {name} version {value.VersionId} of the secret {OutsideText.Of(Secret.SecretId)}"));
}
