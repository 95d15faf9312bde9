namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>An event pattern that EventBridge would refuse with InvalidEventPatternException.</summary>
/// <param name="reason">What is wrong, as EventBridge words it after "Event pattern is not valid. Reason: ".</param>
public sealed class InvalidEventPatternException(string reason) : Exception("Event pattern is not valid. Reason: " + reason);
