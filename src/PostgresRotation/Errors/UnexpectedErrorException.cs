namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>An error that has no type of its own here, or the end of the invocation's time. The original's message is text from outside,
/// so that only its type and place are kept.</summary>
internal sealed class UnexpectedErrorException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy)
{
    /// <summary>The error for what a step ended with.</summary>
    public static UnexpectedErrorException From(Exception error) => error is OperationCanceledException
        ? new("The step ran out of time.", "Give the function a longer time-out, 60 seconds for example; the rotation is retried.")
        : new(
            $"The step ended with {error.GetType().Name}, which this function does not expect, {Place(error)}.",
            "Report it with this line; the rotation is retried.");

    private static string Place(Exception error) => error.StackTrace?.Split('\n')[0].Trim() ?? "at an unknown place";
}
