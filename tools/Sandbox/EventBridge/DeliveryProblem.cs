namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Why an event did not reach its target.</summary>
/// <param name="Code">EventBridge's code, as in a dead-letter queue's message attribute ERROR_CODE.</param>
/// <param name="Text">What happened.</param>
/// <param name="Retry">Whether trying again may help.</param>
internal sealed record DeliveryProblem(string Code, string Text, bool Retry);
