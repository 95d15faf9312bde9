namespace RotationLambdas.PostgresRotation.Options;

internal sealed record SecretRole
{
    /// <summary>The secret's ARN.</summary>
    public required string Secret { get; init; }

    /// <summary>The role's name as PostgreSQL has it, case and all.</summary>
    public required string Role { get; init; }
}
