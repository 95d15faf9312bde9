namespace RotationLambdas.Sandbox.Iam;

/// <summary>Enforces the policies of a stack's roles on every call of its functions, and on what Lambda does for them with their roles.
/// Calls of anybody else pass.</summary>
public sealed class PolicyGuard : ICallGuard
{
    private readonly Stack _stack;
    private readonly CallActions _actions;

    internal PolicyGuard(Stack stack, SandboxOptions account, Func<string, SecretIdentity?> secrets)
    {
        _stack = stack;
        _actions = new CallActions(account, secrets);
        Usage = new PolicyUsage(stack.Roles.Where(role => stack.Functions.Any(function => function.Role == role.LogicalId)).ToList());
    }

    public PolicyUsage Usage { get; }

    public void Authorize(AwsCall call)
    {
        if (_stack.Functions.FirstOrDefault(function => function.Name == call.Caller.FunctionName) is not { } function)
        {
            return;
        }

        foreach (var request in _actions.Of(call))
        {
            if (AskForCode(function, request) is { IsAllowed: false } decision)
            {
                throw AccessDenied.For(_stack, function, request, decision);
            }
        }
    }

    /// <summary>Asks whether the code of a function may do something, as if it had called; the answer counts as a use of the statement
    /// that gave it.</summary>
    public PolicyDecision AskForCode(FunctionResource function, IamRequest request) =>
        AskForLambda(function, request.With("lambda:SourceFunctionArn", function.Arn));

    /// <summary>Asks whether Lambda itself may do something with a function's role; the answer counts as a use too.</summary>
    public PolicyDecision AskForLambda(FunctionResource function, IamRequest request)
    {
        var role = _stack.Role(function.Role);
        var decision = PolicyDecision.Of(role.Statements, request);
        if (decision.Statement is { } statement)
        {
            Usage.Record(role.LogicalId, statement.Sid, request);
        }

        return decision;
    }
}
