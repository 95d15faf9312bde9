namespace RotationLambdas.Sandbox.EventBridge;

internal sealed record DeliveryProblem(string Code, string Text, bool Retry);
