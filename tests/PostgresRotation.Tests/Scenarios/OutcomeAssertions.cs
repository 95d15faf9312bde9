using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What a rotation came to, with the function's own words when it is not what was expected.</summary>
public static class OutcomeAssertions
{
    public static void ShouldSucceed(this RotationOutcome outcome) =>
        outcome.Result.ShouldBe(RotationResult.Succeeded, $"{outcome.LastStep().ErrorType}: {outcome.LastStep().ErrorMessage} {outcome.Attempts[^1].Error}");

    /// <summary>Holds when the last step failed with that error.</summary>
    public static void ShouldFailWith<TError>(this RotationOutcome outcome)
        where TError : Exception
    {
        outcome.Result.ShouldBe(RotationResult.Failed);
        outcome.LastStep().ErrorType.ShouldBe(typeof(TError).Name, outcome.LastStep().ErrorMessage);
    }

    /// <summary>The last step's answer.</summary>
    public static InvocationResult LastStep(this RotationOutcome outcome) => outcome.Attempts[^1].Steps[^1].Invocation;
}
