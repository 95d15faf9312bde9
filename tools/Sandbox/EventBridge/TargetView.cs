namespace RotationLambdas.Sandbox.EventBridge;

internal static class TargetView
{
    public static EventTarget Read(JsonObject target)
    {
        var retry = target.Object("RetryPolicy");
        return new EventTarget
        {
            Id = target.Text("Id") ?? throw Invalid("Id"),
            Arn = target.Text("Arn") ?? throw Invalid("Arn"),
            Input = target.Text("Input"),
            DeadLetterQueueArn = target.Object("DeadLetterConfig")?.Text("Arn"),
            MaximumRetryAttempts = retry?.Number("MaximumRetryAttempts") ?? 185,
            MaximumEventAge = TimeSpan.FromSeconds(retry?.Number("MaximumEventAgeInSeconds") ?? 86_400),
        };
    }

    private static AwsServiceException Invalid(string member) => new("ValidationException", $"Parameter {member} is not valid.");
}
