namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>An error that an operator can meet: one sentence for what is wrong, one for what to do. The set of its kinds is closed.</summary>
internal abstract class RedeploymentException(string problem, string remedy, Exception? inner = null) : Exception($"{problem} {remedy}", inner)
{
    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
