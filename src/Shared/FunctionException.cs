namespace RotationLambdas.Shared;

/// <summary>An error that an operator can act on: what is wrong, and what to do. The type's name is the <c>errorType</c> that Lambda
/// reports. No message ever holds a secret value. There is no inner exception: its message would be text from outside.</summary>
/// <param name="problem">One sentence about what is wrong, with its full stop.</param>
/// <param name="remedy">One sentence about what to do, with its full stop.</param>
internal abstract class FunctionException(Sentence problem, Sentence remedy) : Exception($"{problem} {remedy}")
{
    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem.ToString();

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy.ToString();
}

/// <summary>An environment variable or a setting of the operator is not valid; the function does not start.</summary>
internal sealed class ConfigurationInvalidException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);

/// <summary>The event that the function was invoked with is not one that it understands.</summary>
internal sealed class EventMalformedException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);
