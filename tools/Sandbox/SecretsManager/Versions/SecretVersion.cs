namespace RotationLambdas.Sandbox.SecretsManager.Versions;

/// <summary>What a version holds. Never shown by <see cref="ToString"/>.</summary>
internal sealed record SecretContent(string Text)
{
    public override string ToString() => "(secret)";
}

/// <summary>One version. Its content is set once: a version without one is what a rotation begins with.</summary>
internal sealed class SecretVersion(string id, DateTimeOffset createdAt)
{
    private readonly List<string> _stages = [];

    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public SecretContent? Content { get; set; }

    public IReadOnlyList<string> Stages => _stages;

    public bool IsDeprecated => _stages.Count == 0;

    public void Attach(string stage)
    {
        if (!_stages.Contains(stage))
        {
            _stages.Add(stage);
        }
    }

    public void Detach(string stage) => _stages.Remove(stage);
}
