namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>The changes that a batch of messages is about.</summary>
/// <param name="Problems">What could not be read, each a sentence.</param>
/// <param name="Notes">Remarks for the log.</param>
/// <param name="Retry">The messages that must be redelivered.</param>
internal sealed record ChangesFound(
    IReadOnlyList<ChangeOrigin> Origins, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes,
    IReadOnlyList<Delivery> Retry);
