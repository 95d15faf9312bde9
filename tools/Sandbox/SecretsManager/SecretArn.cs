namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>ARNs of secrets: the name, a hyphen and six random characters, so that a secret made anew is not mistaken for the one
/// before.</summary>
internal static partial class SecretArn
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 6;

    public static string New(SandboxOptions options, string name) =>
        $"arn:aws:secretsmanager:{options.Region}:{options.AccountId}:secret:{name}-"
        + RandomNumberGenerator.GetString(Alphabet, SuffixLength);

    public static string WithoutSuffix(string arn) => arn[..^(SuffixLength + 1)];

    /// <summary>"Don't use a secret name that ends with a hyphen followed by six characters: ... Secrets Manager automatically adds a
    /// hyphen and six random characters" (Secrets Manager API Reference, "GetSecretValue", SecretId): such an ARN is taken for a complete
    /// one.</summary>
    public static bool LooksComplete(string arn) => Suffix().IsMatch(arn);

    [GeneratedRegex("-[A-Za-z0-9]{6}$")]
    private static partial Regex Suffix();
}
