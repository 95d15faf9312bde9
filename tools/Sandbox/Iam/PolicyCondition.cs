namespace RotationLambdas.Sandbox.Iam;

/// <summary>One key of a statement's Condition: it holds when the request's value matches any of the values.</summary>
/// <param name="Operator">StringEquals, StringLike, ArnEquals, ArnLike or Bool: the operators that the template uses.</param>
/// <param name="Key">The condition key, such as <c>kms:ViaService</c>. Letter case does not matter.</param>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    /// <summary>Whether the request meets the condition. A key that the request does not carry meets none of these operators.</summary>
    /// <exception cref="PolicyException">The operator is another one.</exception>
    public bool Holds(IamRequest request)
    {
        Func<string, string, bool> matches = Operator switch
        {
            "StringEquals" => string.Equals,
            "StringLike" => Wildcard.Matches,
            // AWS makes no difference between the two (IAM User Guide, "Amazon Resource Name (ARN) condition operators").
            "ArnEquals" or "ArnLike" => Wildcard.MatchesArn,
            "Bool" => static (wanted, given) => string.Equals(wanted, given, StringComparison.OrdinalIgnoreCase),
            _ => throw new PolicyException($"The condition operator {Operator} is not evaluated here."),
        };
        return request.Context.TryGetValue(Key, out var value) && Values.Any(wanted => matches(wanted, value));
    }
}
