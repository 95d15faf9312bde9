namespace RotationLambdas.Sandbox.Template;

/// <summary>A CloudWatch alarm as the template describes it.</summary>
/// <param name="Name">Its name, with the stack's in front.</param>
/// <param name="Description">What is mailed with it.</param>
/// <param name="Namespace">The namespace of its metric.</param>
/// <param name="MetricName">Its metric.</param>
public sealed record AlarmResource(string Name, string Description, string Namespace, string MetricName);
