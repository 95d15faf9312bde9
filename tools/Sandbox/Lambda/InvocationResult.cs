using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>How one invocation ended.</summary>
public sealed record InvocationResult
{
    /// <summary>The invocation's request id, a UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>The function's name.</summary>
    public required string FunctionName { get; init; }

    /// <summary>What the function returned; for a failure the error object that Lambda answers with (errorType, errorMessage, stackTrace).</summary>
    public JsonNode? Payload { get; init; }

    /// <summary>The error's type: an exception's name, <c>Runtime.ExitError</c>, <c>Sandbox.Timedout</c>; <see langword="null"/> for success.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The error's text; <see langword="null"/> for success.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>From handing the event over to the answer, by the wall clock.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>From starting the process to its first request for an event; <see langword="null"/> when the process was there already.</summary>
    public TimeSpan? InitDuration { get; init; }

    /// <summary>The process's peak resident memory in bytes up to the answer, where the system tells (Linux); otherwise <see langword="null"/>.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>What the process wrote meanwhile, a line an entry.</summary>
    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>Whether the function returned.</summary>
    public bool Succeeded => ErrorType is null;
}
