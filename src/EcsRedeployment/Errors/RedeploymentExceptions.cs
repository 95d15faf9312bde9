namespace RotationLambdas.EcsRedeployment.Errors;

/// <summary>AWS refused a call because a policy does not allow it. It is permanent: a retry changes nothing. The action is the one that
/// AWS names, which may be another than the call's own: UpdateService can be refused for iam:PassRole.</summary>
/// <param name="awsMessage">AWS's own sentence.</param>
internal sealed class PermissionMissingException(string action, string resource, string? awsMessage) : FunctionException(
    $"AWS refused {action} on {resource}: {awsMessage}", RemedyFor(ActionIn(awsMessage) ?? action, awsMessage ?? ""))
{
    /// <summary>Makes a call of AWS.</summary>
    /// <exception cref="PermissionMissingException">A policy does not allow it.</exception>
    public static async Task<T> GuardAsync<T>(string action, string resource, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException exception) when (AwsErrors.Classify(exception) is AwsErrorKind.AccessDenied)
        {
            throw new PermissionMissingException(action, resource, exception.Message);
        }
    }

    private static Sentence RemedyFor(string action, string awsMessage)
    {
        bool Mentions(string text) => awsMessage.Contains(text, StringComparison.OrdinalIgnoreCase);

        return Mentions("service control policy") ? $"A service control policy of the organization decides about {action}: ask its "
            + $"administrator."
            : Mentions("permissions boundary") ? $"Allow {action} in the permissions boundary of the function's role."
            : Mentions("VPC endpoint policy") ? $"Allow {action} in the policy of the VPC endpoint."
            : Mentions("resource-based policy") ? $"Allow {action} in the policy of the resource."
            : Mentions("explicit deny") ? $"Remove the statement that denies {action} to the function's role."
            : $"Add {action} to the policy of the function's role.";
    }

    /// <summary>AWS writes "… is not authorized to perform: ecs:UpdateService on resource: …" (IAM User Guide, "Troubleshoot access
    /// denied error messages").</summary>
    private static string? ActionIn(string? awsMessage)
    {
        const string Before = "not authorized to perform: ";
        return awsMessage?.IndexOf(Before, StringComparison.OrdinalIgnoreCase) is int at and >= 0
            && awsMessage[(at + Before.Length)..].Split([' ', ',', '.'], 2)[0] is { Length: > 0 } action
                && action.Contains(':', StringComparison.Ordinal)
            ? action : null;
    }
}

/// <summary>ECS_CLUSTERS names a cluster that does not exist: its services would pass for services that need nothing.</summary>
internal sealed class ClusterMissingException(string cluster) : FunctionException(
    $"ECS_CLUSTERS names '{cluster}', and no cluster of this account and Region has that name.",
    "Correct ECS_CLUSTERS, or remove the name from it.");

/// <summary>An event that came without a queue left work to do; the Lambda service retries it.</summary>
internal sealed class WorkRemainsException(Sentence problem) : FunctionException(
    problem, "The event is redelivered; put a queue between the rule and the function to see single messages retried.");
