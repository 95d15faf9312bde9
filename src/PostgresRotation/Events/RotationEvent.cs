using System.Text.Json.Serialization;

namespace RotationLambdas.PostgresRotation.Events;

/// <summary>One invocation by Secrets Manager (user guide: "Rotation by Lambda function").</summary>
/// <param name="SecretId">The secret's ARN.</param>
/// <param name="ClientRequestToken">The id of the pending version; the same for all four steps and for every retry of them.</param>
/// <param name="RotationToken">
/// Identifies the rotation to PutSecretValue when the function runs in another account; sensitive, so it is never logged. Null when not
/// given.
/// </param>
[JsonConverter(typeof(RotationEventConverter))]
internal sealed record RotationEvent(RotationStep Step, string SecretId, string ClientRequestToken, string? RotationToken = null)
{
    /// <summary>The event without its rotation token.</summary>
    public override string ToString() => $"{Step} of {SecretId}, version {ClientRequestToken}";
}
