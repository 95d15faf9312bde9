namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>The function was invoked, without a queue, with something it does not understand.</summary>
internal sealed class EventMalformedException(string problem) : RedeploymentException(
    problem, "Send an EventBridge event, or {\"secretId\":\"<ARN or name>\",\"dryRun\":true}.");
