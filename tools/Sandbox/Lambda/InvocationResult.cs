namespace RotationLambdas.Sandbox.Lambda;

public sealed record InvocationResult
{
    public required string RequestId { get; init; }

    public required string FunctionName { get; init; }

    public JsonNode? Payload { get; init; }

    public string? ErrorType { get; init; }

    public string? ErrorMessage { get; init; }

    public TimeSpan Duration { get; init; }

    public TimeSpan? InitDuration { get; init; }

    public long? PeakMemory { get; init; }

    public IReadOnlyList<string> LogLines { get; init; } = [];

    public bool Succeeded => ErrorType is null;
}
