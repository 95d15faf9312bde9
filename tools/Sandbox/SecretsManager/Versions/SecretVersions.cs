namespace RotationLambdas.Sandbox.SecretsManager.Versions;

/// <summary>The versions of one secret and the rules of their labels: a label sits on one version at most, AWSPREVIOUS follows AWSCURRENT
/// by itself, a version's content never changes (Secrets Manager API Reference, "PutSecretValue", "UpdateSecretVersionStage",
/// "RotateSecret"). Each change returns the labels that moved.</summary>
internal sealed class SecretVersions(string arn)
{
    private readonly List<SecretVersion> _versions = [];

    public IReadOnlyList<SecretVersion> All => _versions;

    public SecretVersion? Current => Holder(Stages.Current);

    public SecretVersion? Unfinished => Holder(Stages.Pending) is { } pending && pending != Current ? pending : null;

    public SecretVersion? Find(string id) => _versions.Find(version => version.Id == id);

    public SecretVersion? Holder(string stage) => _versions.Find(version => version.Stages.Contains(stage));

    public IReadOnlyList<StageMove> Put(string id, SecretContent content, IReadOnlyList<string> stages, DateTimeOffset now)
    {
        var version = Find(id);
        if (version?.Content is { } existing)
        {
            return existing == content ? [] : throw new AwsServiceException(
                "ResourceExistsException",
                $"You can't use ClientRequestToken {id} because that value is already in use for a version of secret {arn}.");
        }

        var isFirst = _versions.Count == 0;
        version ??= Add(id, now);
        version.Content = content;
        var wanted = stages.Count == 0 || isFirst ? stages.Union([Stages.Current]) : stages;
        return [.. wanted.SelectMany(stage => Attach(stage, version))];
    }

    public void AddPending(string id, SecretContent? content, DateTimeOffset now)
    {
        var version = Add(id, now);
        version.Content = content;
        Attach(Stages.Pending, version);
    }

    public void Remove(string id) => _versions.RemoveAll(version => version.Id == id);

    public IReadOnlyList<StageMove> MoveStage(string stage, string? fromId, string? toId)
    {
        if (fromId is null && toId is null)
        {
            throw Invalid("You must specify RemoveFromVersionId, MoveToVersionId, or both.");
        }

        var from = fromId is null ? null : Existing(fromId);
        var to = toId is null ? null : Existing(toId);
        var holder = Holder(stage);
        if (to is null && stage == Stages.Current)
        {
            throw Invalid("You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.");
        }

        if (from is not null && holder != from)
        {
            throw Invalid(to is null
                ? $"Version stage {stage} not found in version {fromId}"
                : $"When you move staging label {stage}, if you specify RemoveFromVersionId, it must be set to the version that currently "
                    + $"has the staging label {stage}.");
        }

        if (from is null && holder is not null && holder != to)
        {
            throw Invalid(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {holder.Id}, "
                    + "so you must explicitly reference that version in RemoveFromVersionId.");
        }

        if (to is not null)
        {
            return Attach(stage, to);
        }

        from!.Detach(stage);
        return [];
    }

    private SecretVersion Add(string id, DateTimeOffset now)
    {
        var version = new SecretVersion(id, now);
        _versions.Add(version);
        return version;
    }

    private List<StageMove> Attach(string stage, SecretVersion to)
    {
        var from = Holder(stage);
        if (from == to)
        {
            return [];
        }

        from?.Detach(stage);
        to.Attach(stage);
        var moves = new List<StageMove> { new(stage, to.Id) };
        if (stage == Stages.Current)
        {
            to.Detach(Stages.Previous);
            if (from is not null)
            {
                moves.AddRange(Attach(Stages.Previous, from));
            }
        }

        return moves;
    }

    private SecretVersion Existing(string id) => Find(id) ?? throw Invalid($"Not a valid version: {id}");

    private static AwsServiceException Invalid(string message) => new("InvalidParameterException", message);
}

internal readonly record struct StageMove(string Stage, string VersionId);
