using Amazon.Lambda.Core;

namespace RotationLambdas.Shared;

/// <summary>The base of a function's log catalogue: one method a message, each with an event id that stays. Every text that is logged
/// passes <see cref="OutsideText.Of"/>, and Lambda's JSON log format turns the names in braces into fields.</summary>
internal abstract class FunctionLog(ILambdaLogger logger)
{
    /// <param name="eventId">The message's number in the catalogue, which never changes its meaning.</param>
    /// <param name="template">One sentence with names in braces.</param>
    /// <param name="values">The values of the names, in order.</param>
    protected void Write(LogLevel level, int eventId, string template, params object?[] values) =>
        logger.Log(level, $"{template} [{{eventId}}]", [.. values.Select(Printable), eventId]);

    private static object Printable(object? value) => value switch
    {
        null => "",
        string text => OutsideText.Of(text, Sentence.Limit),
        Enum or Guid or Sentence => value.ToString() ?? "",
        _ => value,
    };
}
