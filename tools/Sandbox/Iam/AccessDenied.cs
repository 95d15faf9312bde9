namespace RotationLambdas.Sandbox.Iam;

/// <summary>Words a refusal as AWS does (IAM User Guide, "Troubleshoot access denied error messages").</summary>
internal static class AccessDenied
{
    private const string Code = "AccessDeniedException";

    public static AwsServiceException For(Stack stack, FunctionResource function, IamRequest request, PolicyDecision decision)
    {
        // Secrets Manager does not pass on the answer of KMS.
        if (request.Action.StartsWith("kms:", StringComparison.Ordinal))
        {
            return new AwsServiceException(Code, "Access to KMS is not allowed");
        }

        var principal = $"arn:aws:sts::{stack.Settings.AccountId}:assumed-role/{stack.Role(function.Role).Name}/{function.Name}";
        var why = decision.IsExplicitDeny
            ? "with an explicit deny in an identity-based policy" : $"because no identity-based policy allows the {request.Action} action";
        return new AwsServiceException(
            Code, $"User: {principal} is not authorized to perform: {request.Action} on resource: {request.Resource} {why}");
    }
}
