using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.EndToEnd.Tests.Fixtures;

/// <summary>A rotation that is over.</summary>
/// <param name="Outcome">Secrets Manager's own account of it.</param>
/// <param name="Calls">The AWS calls that the function made meanwhile, in order.</param>
internal sealed record RotationReport(RotationOutcome Outcome, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>Whether Secrets Manager reported RotationSucceeded.</summary>
    public bool Succeeded => Outcome.Result == RotationResult.Succeeded;

    /// <summary>Every invocation, in order.</summary>
    public IReadOnlyList<RotationStep> Steps => [.. Outcome.Attempts.SelectMany(attempt => attempt.Steps)];

    public InvocationResult Last => Steps[^1].Invocation;

    /// <summary>What went wrong, for an assertion's message.</summary>
    public string Explanation =>
        $"{Outcome.Result}: {Outcome.Attempts[^1].Error} {Last.ErrorType} {Last.ErrorMessage}\n{string.Join('\n', Last.LogLines)}";
}
