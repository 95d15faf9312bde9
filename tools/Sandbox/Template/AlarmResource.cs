namespace RotationLambdas.Sandbox.Template;

public sealed record AlarmResource(string Name, string Description, string Namespace, string MetricName);
