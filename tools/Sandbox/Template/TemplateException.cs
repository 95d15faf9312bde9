namespace RotationLambdas.Sandbox.Template;

/// <summary>A template, or the parameters given for it, cannot be deployed. The message has the place and the reason.</summary>
public sealed class TemplateException(string message) : Exception(message);
