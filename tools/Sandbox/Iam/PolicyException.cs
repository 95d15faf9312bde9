namespace RotationLambdas.Sandbox.Iam;

/// <summary>A policy has something that the sandbox does not evaluate. It is never ignored: the message names it.</summary>
public sealed class PolicyException(string message) : Exception(message);
