namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>AWS refused a call because a policy does not allow it.</summary>
internal sealed class PermissionMissingException(string action, string resource) : FunctionException(
    $"The function's role is not allowed to call {action} on {resource}.", $"Add {action} to its policy.")
{
    /// <summary>The IAM action that is missing, such as `ecs:UpdateService`.</summary>
    public string Action { get; } = action;
}
