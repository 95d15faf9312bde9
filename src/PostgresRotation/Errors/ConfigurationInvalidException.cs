namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>
/// An environment variable holds a value that makes no sense. The message names the variable, the value and what is allowed.
/// </summary>
internal sealed class ConfigurationInvalidException(string problem, string remedy, Exception? inner = null)
    : RotationException(problem, remedy, inner);
