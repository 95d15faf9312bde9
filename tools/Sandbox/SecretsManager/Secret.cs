namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>One secret. Read and changed only while the store's lock is held.</summary>
internal sealed class Secret(string name, string arn, DateTimeOffset createdAt)
{
    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset LastChangedAt { get; set; } = createdAt;

    public string? KmsKeyId { get; init; }

    /// <summary>The AWS service that manages it; <see langword="null"/> for none.</summary>
    public string? OwningService { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; set; } = [];

    /// <summary>When it was marked for deletion.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public RotationSettings? Rotation { get; set; }

    public SecretVersions Versions { get; } = new(arn);
}
