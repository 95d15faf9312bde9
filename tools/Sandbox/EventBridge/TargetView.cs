using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>A target in the wire's form.</summary>
internal static class TargetView
{
    /// <summary>Reads a target.</summary>
    /// <param name="target">The wire's form.</param>
    /// <returns>The target.</returns>
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
            Given = target.DeepClone().AsObject(),
        };
    }

    /// <summary>Writes a target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The wire's form.</returns>
    public static JsonNode Write(EventTarget target)
    {
        var view = target.Given?.DeepClone().AsObject() ?? [];
        (view["Id"], view["Arn"]) = (target.Id, target.Arn);
        if (target.Input is { } input)
        {
            view["Input"] = input;
        }

        if (target.DeadLetterQueueArn is { } deadLetters)
        {
            view["DeadLetterConfig"] = new JsonObject { ["Arn"] = deadLetters };
        }

        return view;
    }

    private static AwsServiceException Invalid(string member) => new("ValidationException", $"Parameter {member} is not valid.");
}
