namespace RotationLambdas.Sandbox.Iam;

/// <summary>A policy says something that the sandbox does not evaluate. It is never passed over: the message says what it is.</summary>
public sealed class PolicyException(string message) : Exception(message);
