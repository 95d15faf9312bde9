namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>
/// The event is not one of Secrets Manager's rotation events.
/// </summary>
internal sealed class EventMalformedException(string problem, string remedy, Exception? inner = null)
    : RotationException(problem, remedy, inner);
