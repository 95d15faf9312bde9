namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>An event that came without a queue left work that must be repeated; the Lambda service delivers it again.</summary>
internal sealed class WorkRemainsException(string problem) : RedeploymentException(
    problem, "The event is delivered again; put a queue between the rule and the function to see single messages retried.");
