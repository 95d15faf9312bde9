namespace RotationLambdas.Sandbox.SecretsManager.Versions;

/// <summary>The staging labels that Secrets Manager itself moves (User Guide, "What's in a Secrets Manager secret?", "Version").</summary>
internal static class Stages
{
    public const string Current = "AWSCURRENT";
    public const string Pending = "AWSPENDING";
    public const string Previous = "AWSPREVIOUS";
}
