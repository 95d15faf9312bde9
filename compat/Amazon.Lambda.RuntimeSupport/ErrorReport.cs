using System.Text.Json.Serialization;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ErrorReport(string ErrorType, string ErrorMessage, string[] StackTrace, ErrorReport Cause)
{
    internal static ErrorReport For(Exception error) => new(
        error.GetType().Name,
        error.Message,
        error.StackTrace?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        error.InnerException is { } inner ? For(inner) : null);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ErrorReport))]
internal sealed partial class ErrorJson : JsonSerializerContext;
