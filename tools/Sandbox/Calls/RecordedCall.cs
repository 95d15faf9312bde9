namespace RotationLambdas.Sandbox.Calls;

/// <summary>One AWS call that reached the sandbox. It holds nothing of the request but the name of what it is about.</summary>
/// <param name="Time">When it was answered.</param>
/// <param name="Caller">The calling function's name, or <c>administrator</c>.</param>
/// <param name="Service">The target prefix, such as <c>secretsmanager</c>.</param>
/// <param name="Operation">The operation, such as <c>GetSecretValue</c>.</param>
/// <param name="Resource">The secret, service, rule or queue as the caller named it; <see langword="null"/> where the call names none.</param>
/// <param name="Status">The HTTP status of the answer; <see langword="null"/> when the caller was not answered (a fault).</param>
/// <param name="ErrorCode">The error code; <see langword="null"/> for success.</param>
public sealed record RecordedCall(DateTimeOffset Time, string Caller, string Service, string Operation, string? Resource, int? Status, string? ErrorCode);
