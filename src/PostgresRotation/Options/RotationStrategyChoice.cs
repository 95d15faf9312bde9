namespace RotationLambdas.PostgresRotation.Options;

/// <summary>Who gets the new password (ROTATION_STRATEGY).</summary>
internal enum RotationStrategyChoice
{
    /// <summary>Alternating users for a secret with <c>masterarn</c>, the single user for every other: AWS's own convention.</summary>
    Auto,

    /// <summary>The user keeps its name and gets a new password.</summary>
    SingleUser,

    /// <summary>Two users alternate; the one in use keeps its password until the next rotation.</summary>
    AlternatingUsers,
}
