using System.Security.Cryptography;
using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>
/// ARNs of secrets: the name, a hyphen and six random characters, so that a secret made anew is not mistaken for the one before.
/// </summary>
internal static class SecretArn
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 6;

    public static string New(SandboxOptions options, string name) =>
        $"arn:aws:secretsmanager:{options.Region}:{options.AccountId}:secret:{name}-{RandomNumberGenerator.GetString(Alphabet, SuffixLength)}";

    public static string WithoutSuffix(string arn) => arn[..^(SuffixLength + 1)];
}
