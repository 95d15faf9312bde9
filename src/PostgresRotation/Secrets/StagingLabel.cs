namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>The staging labels that Secrets Manager gives a meaning (user guide: "Secret versions").</summary>
internal static class StagingLabel
{
    /// <summary>What applications read.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>What the rotation in progress is making.</summary>
    public const string Pending = "AWSPENDING";

    /// <summary>What AWSCURRENT was before the last rotation; it moves by itself.</summary>
    public const string Previous = "AWSPREVIOUS";
}
