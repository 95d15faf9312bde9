namespace RotationLambdas.Sandbox.SecretsManager.Versions;

/// <summary>What a version holds: text, or base64 of bytes. Never shown by <see cref="ToString"/>.</summary>
internal sealed record SecretContent(string? Text, string? Base64)
{
    public override string ToString() => "(secret)";
}
