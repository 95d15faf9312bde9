namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>
/// Whatever ends a rotation step, in the words of the one who has to mend it: what is wrong, and what to do.
/// The set is closed: the subclasses in this folder are all there are, and the type's name is the <c>errorType</c> that Lambda reports.
/// No message ever holds a secret value; host, port, user name and SQLSTATE are fair.
/// </summary>
internal abstract class RotationException : Exception
{
    /// <param name="problem">One sentence that says what is wrong, with its full stop.</param>
    /// <param name="remedy">One sentence that says what to do, with its full stop.</param>
    /// <param name="inner">What was caught, where something was. Its message must be free of secrets too.</param>
    private protected RotationException(string problem, string remedy, Exception? inner = null)
        : base($"{problem} {remedy}", inner)
    {
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
