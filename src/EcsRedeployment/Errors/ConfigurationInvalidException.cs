namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>An environment variable of the function makes no sense; the function does not start.</summary>
internal sealed class ConfigurationInvalidException(string variable, string value, string allowed) : RedeploymentException(
    $"The environment variable {variable} has the value '{value}'.", $"Set it to {allowed}, or remove it.");
