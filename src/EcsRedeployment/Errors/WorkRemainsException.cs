namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>An event that came without a queue left work to do; the Lambda service retries it.</summary>
internal sealed class WorkRemainsException(Sentence problem) : FunctionException(
    problem, "The event is redelivered; put a queue between the rule and the function to see single messages retried.");
