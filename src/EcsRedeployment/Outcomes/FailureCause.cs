namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Why new tasks of a service do not start.</summary>
/// <param name="Quoted">Amazon ECS's own words.</param>
/// <param name="Likely">The most likely cause and what to do; null when nothing in the words points to one.</param>
internal sealed record FailureCause(string Quoted, string? Likely)
{
    private const int LongestQuote = 1000;

    /// <summary>The causes, the most telling words first: a general word such as ResourceInitializationError is part of most messages. A
    /// cause fits when one of its alternatives has all its words. Sources: Amazon ECS Developer Guide, "Stopped tasks error messages";
    /// amazon-ecs-agent, `agent/asm`; AWS Secrets Manager and AWS KMS API references, "Errors"; public issues that quote stopped
    /// tasks.</summary>
    private static readonly (string[][] Words, string Likely)[] Causes =
    [
        ([["did not contain json key"]],
            "The secret's new value lacks a JSON key that the task definition reads. Restore the key, or correct the reference."),
        ([["asm", "invalid character"], ["secret", "looking for beginning of value"], ["secret", "unexpected end of JSON input"], [
            "secret", "cannot unmarshal"]],
            "The secret's new value is not valid JSON, and the task definition reads a JSON key of it. Store valid JSON."),
        ([["invalid ARN format"], ["unexpected ARN format"], ["arn: invalid prefix"], ["arn: not enough sections"]],
            "A reference (valueFrom) in the task definition is malformed. Write it as a secret's ARN, or as "
                + "ARN:json-key:version-stage:version-id."),
        ([["GetSecretValueInput.VersionId"]],
            "The reference names a version id that is not one. Correct it in the task definition."),
        ([["marked for deletion"], ["marked deleted"], ["scheduled for deletion"]],
            "The secret is scheduled for deletion, so its value cannot be read. Restore it (RestoreSecret), or remove the reference."),
        ([["KMSInvalidStateException"], ["DisabledException"], ["key", "pending deletion"], [":kms:", "is disabled"],
            ["DecryptionFailure"], ["can't decrypt"], [":kms:", "does not exist"], ["KMS.NotFoundException"]],
            "The KMS key of the secret is disabled, deleted or about to be. Enable it or cancel its deletion, or encrypt the secret with "
                + "another key."),
        ([["kms:Decrypt"], ["access to KMS"], ["ciphertext refers to a customer master key"]],
            "The task's execution role is not allowed to decrypt the secret. Allow it kms:Decrypt on the secret's key, in the role and in "
                + "the key's policy."),
        ([["GetSecretValue", "AccessDenied"], ["GetSecretValue", "not authorized"]],
            "The task's execution role is not allowed to read the secret. Allow it secretsmanager:GetSecretValue on the secret's ARN with "
                + "its suffix, "
            + "and kms:Decrypt on its key."),
        ([["ssm:GetParameters", "AccessDenied"], ["ssm:GetParameters", "not authorized"]],
            "The task's execution role is not allowed to read the parameter. Allow it ssm:GetParameters on it, "
            + "and kms:Decrypt on its key."),
        ([["log group does not exist"], ["logs", "ResourceNotFoundException"]],
            "The log group that the task definition names does not exist. Create it, or set awslogs-create-group."),
        ([["logging driver", "AccessDenied"], ["logger", "not authorized"], ["logs:Create", "not authorized"]],
            "The task's execution role is not allowed to write to the log group. Allow it logs:CreateLogStream "
            + "and logs:PutLogEvents on it."),
        ([["CannotPull", "401"], ["CannotPull", "unauthorized"], ["CannotPull", "incorrect username or password"], [
            "CannotPull", "authentication required"],
            ["CannotPull", "no basic auth credentials"], ["CannotPull", "pull access denied"]],
            "The registry refused the credentials of the image. If its secret (repositoryCredentials) was just rotated, store credentials "
                + "that the registry accepts."),
        ([["CannotPull", "toomanyrequests"], ["CannotPull", "429"]],
            "The registry limits the rate of pulls. Wait, pull with credentials, or use a pull-through cache."),
        ([["CannotPull", "not found"], ["CannotPull", "manifest unknown"], ["CannotPull", "does not exist"]],
            "The image could not be pulled. Check whether its tag or digest still exists."),
        ([["ResourceNotFoundException"], ["invalid ssm parameters"], ["can't find the specified secret"]],
            "A secret or parameter that the task definition refers to does not exist. Check whether it was deleted or lives in another "
                + "Region."),
        ([["CannotPull"]],
            "The image could not be pulled. Check whether its tag or digest exists, and whether the task's network reaches the registry."),
        ([["unable to stop or start tasks during a deployment"]],
            "The deployment configuration lets the deployment neither stop nor start a task. Lower minimumHealthyPercent or raise "
                + "maximumPercent."),
        ([["unable to place a task"]],
            "No capacity or container instance fits a new task. Add capacity, or free some."),
        ([["ResourceInitializationError"], ["context deadline exceeded"]],
            "The task could not be initialized. Most often its subnet has no route to Secrets Manager, Amazon ECR or CloudWatch Logs, "
            + "or its execution role lacks a permission."),
    ];

    /// <summary>Finds the likely cause behind the words with which Amazon ECS describes a stopped task.</summary>
    public static FailureCause Of(string quoted) => new(
        quoted.Length <= LongestQuote ? quoted : quoted[..LongestQuote],
        Causes.FirstOrDefault(
            cause => cause.Words.Any(words => words.All(word => quoted.Contains(word, StringComparison.OrdinalIgnoreCase)))).Likely);
}
