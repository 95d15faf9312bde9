namespace RotationLambdas.Sandbox.Calls;

/// <summary>One AWS call that reached the sandbox. It holds nothing of the request but the name of what it is about.</summary>
public sealed record RecordedCall(
    DateTimeOffset Time, string Caller, string Service, string Operation, string? Resource, int? Status, string? ErrorCode);
