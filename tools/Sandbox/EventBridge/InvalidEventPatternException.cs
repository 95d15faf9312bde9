namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>An event pattern that EventBridge would refuse with InvalidEventPatternException.</summary>
public sealed class InvalidEventPatternException(string reason) : Exception("Event pattern is not valid. Reason: " + reason);
