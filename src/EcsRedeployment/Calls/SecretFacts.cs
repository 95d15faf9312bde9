namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>What Secrets Manager knows about a secret without reading its value.</summary>
/// <param name="Arn">The complete ARN.</param>
internal sealed record SecretFacts(string Arn, string Name)
{
    /// <summary>When the secret was last modified in any way: its value, its labels, its description, its tags, its rotation.</summary>
    public DateTimeOffset? LastChanged { get; init; }

    /// <summary>When the last rotation that succeeded came to its end: after it had moved AWSCURRENT.</summary>
    public DateTimeOffset? LastRotated { get; init; }

    /// <summary>Whether it is scheduled for deletion: its value cannot be read any more.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether Secrets Manager rotates it, by any schedule.</summary>
    public bool IsRotated { get; init; }

    public IReadOnlyDictionary<string, string> VersionOfLabel { get; init; } = new Dictionary<string, string>();

    /// <summary>The versions that have a label.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
