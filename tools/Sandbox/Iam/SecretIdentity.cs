namespace RotationLambdas.Sandbox.Iam;

/// <summary>What IAM knows of a secret.</summary>
/// <param name="Arn">Its complete ARN.</param>
/// <param name="KmsKeyArn">Its customer managed key; <see langword="null"/> for the AWS managed one, which everybody in the account may
/// use through Secrets Manager.</param>
/// <param name="RotationLambdaArn">The function that rotates it, if any.</param>
public sealed record SecretIdentity(string Arn, string? KmsKeyArn, string? RotationLambdaArn);
