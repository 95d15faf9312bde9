namespace RotationLambdas.Sandbox.Iam;

/// <summary>Asks for one action on one resource.</summary>
/// <param name="action">Such as <c>secretsmanager:GetSecretValue</c>.</param>
/// <param name="resource">An ARN, or <c>*</c> for actions without a resource type.</param>
public sealed class IamRequest(string action, string resource)
{
    private readonly Dictionary<string, string> _context = new(StringComparer.OrdinalIgnoreCase);

    public string Action { get; } = action;

    public string Resource { get; } = resource;

    public IReadOnlyDictionary<string, string> Context => _context;

    /// <summary>Adds a condition key; <see langword="null"/> adds nothing.</summary>
    public IamRequest With(string key, string? value)
    {
        if (value is not null)
        {
            _context[key] = value;
        }

        return this;
    }

    public override string ToString() => $"{Action} on {Resource}";
}

/// <summary>What IAM knows of a secret.</summary>
/// <param name="Arn">Its complete ARN.</param>
/// <param name="KmsKeyArn">Its customer managed key; <see langword="null"/> for the AWS managed one, which everybody in the account may
/// use through Secrets Manager.</param>
/// <param name="RotationLambdaArn">The function that rotates it, if any.</param>
public sealed record SecretIdentity(string Arn, string? KmsKeyArn, string? RotationLambdaArn);
