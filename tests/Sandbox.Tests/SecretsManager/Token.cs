namespace RotationLambdas.Sandbox.Tests.SecretsManager;

/// <summary>Version ids that are easy to distinguish: one character, 36 times.</summary>
internal static class Token
{
    public static string Of(char character) => new(character, 36);
}
