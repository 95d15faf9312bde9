namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A secret or parameter whose value changed, with the times for each of its labels.</summary>
/// <param name="Arn">What it is called in logs and events.</param>
/// <param name="Keys">By which keys references find it: its complete ARN and its name, and those of its replica in the services'
/// Region.</param>
/// <param name="Labels">For each label that has moved (or may have): when.</param>
internal sealed record Change(string Arn, IReadOnlyList<SourceKey> Keys, IReadOnlyDictionary<string, ChangeTime> Labels)
{
    /// <summary>Stands for whichever label a reference names, where an event does not show which one moved.</summary>
    public const string AnyLabel = "*";

    /// <summary>The label of references that name none to a parameter: its latest version.</summary>
    public const string Latest = "LATEST";

    /// <summary>Whether the secret is deleted, or is about to be: a new task could not read it. Services that hold it are better left
    /// running.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The labels that a version has; null when that is not known.</summary>
    public IReadOnlyCollection<string>? LabelsThere { get; init; }

    /// <summary>The version that has AWSCURRENT; null when that is not known.</summary>
    public string? CurrentVersion { get; init; }

    /// <summary>How careful the rollout is; null leaves it to the function's own setting.</summary>
    public RolloutPace? RolloutPace { get; init; }

    /// <summary>When an operator resumed the rollout: deployments that failed before do not count.</summary>
    public DateTimeOffset ResumedAt { get; init; }

    /// <summary>Whether the value never changed since the secret was created: then a service that fails has another reason.</summary>
    public bool IsFirstValue { get; init; }

    /// <summary>Both changes of the one secret in one.</summary>
    public Change And(Change other) => new(Arn, [.. Keys.Union(other.Keys)], Labels.Concat(other.Labels)
        .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).Aggregate((one, two) => one.Or(two))))
    {
        IsDeleted = IsDeleted || other.IsDeleted,
        LabelsThere = LabelsThere ?? other.LabelsThere,
        CurrentVersion = CurrentVersion ?? other.CurrentVersion,
        RolloutPace = RolloutPace ?? other.RolloutPace,
        ResumedAt = ResumedAt > other.ResumedAt ? ResumedAt : other.ResumedAt,
        IsFirstValue = IsFirstValue && other.IsFirstValue,
    };

    /// <summary>Whether a reference reads this secret, whichever version of it.</summary>
    public bool IsReadBy(SecretReference reference) => Keys.Contains(reference.Source);

    /// <summary>Whether a new task could not read what its reference names: the secret is deleted, or no version has the label.</summary>
    public bool IsMissingFor(SecretReference reference) => IsReadBy(reference)
        && (IsDeleted || (reference.VersionId is null && LabelsThere?.Contains(reference.Stage ?? "AWSCURRENT") is false));

    /// <summary>When the value changed that a reference reads; null when it did not. AWSPREVIOUS moves whenever AWSCURRENT does.</summary>
    public ChangeTime? TimeFor(SecretReference reference)
    {
        var label = reference.Stage switch
        {
            null when reference.Source.Kind is SourceKind.Parameter => Latest,
            null or "AWSPREVIOUS" => "AWSCURRENT",
            var own => own,
        };
        return Labels.TryGetValue(label, out var time) ? time
            : reference.Stage is not null && Labels.TryGetValue(AnyLabel, out time) ? time
            : null;
    }
}
