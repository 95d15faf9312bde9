namespace RotationLambdas.Sandbox.Iam;

/// <summary>What IAM answers.</summary>
/// <param name="Statement">The statement that decided; <see langword="null"/> when none spoke of the request, which denies it.</param>
public sealed record PolicyDecision(PolicyStatement? Statement)
{
    public bool IsAllowed => Statement is { Effect: PolicyEffect.Allow };

    public bool IsExplicitDeny => Statement is { Effect: PolicyEffect.Deny };

    /// <summary>A deny wins over every allow; without either, the request is denied (IAM User Guide, "Policy evaluation logic").</summary>
    public static PolicyDecision Of(IEnumerable<PolicyStatement> statements, IamRequest request)
    {
        var matching = statements.Where(statement => statement.Matches(request)).ToList();
        return new PolicyDecision(matching.Find(statement => statement.Effect == PolicyEffect.Deny) ?? matching.FirstOrDefault());
    }
}
