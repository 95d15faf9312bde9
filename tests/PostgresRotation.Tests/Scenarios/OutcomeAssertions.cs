using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public static class OutcomeAssertions
{
    public static void ShouldSucceed(this RotationOutcome outcome) =>
        outcome.Result.ShouldBe(
            RotationResult.Succeeded, $"{outcome.LastStep().ErrorType}: {outcome.LastStep().ErrorMessage} {outcome.Attempts[^1].Error}");

    /// <returns>The error's message.</returns>
    public static string ShouldFailWith<TError>(this RotationOutcome outcome)
        where TError : Exception
    {
        outcome.Result.ShouldBe(RotationResult.Failed);
        outcome.LastStep().ErrorType.ShouldBe(typeof(TError).Name, outcome.LastStep().ErrorMessage);
        return outcome.LastStep().ErrorMessage!;
    }

    public static InvocationResult LastStep(this RotationOutcome outcome) => outcome.Attempts[^1].Steps[^1].Invocation;
}
