namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Why an event did not reach its target.</summary>
internal sealed record DeliveryProblem(string Code, string Text, bool Retry);
