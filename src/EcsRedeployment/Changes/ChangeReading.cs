namespace RotationLambdas.EcsRedeployment.Changes;

/// <summary>The result of reading the secrets that events are about.</summary>
internal sealed class ChangeReading
{
    public List<ChangeOrigin> Changes { get; } = [];

    /// <summary>Why changes could not be read, a sentence each, with the messages that may succeed later.</summary>
    public List<(IReadOnlyList<Delivery> Deliveries, string Problem)> Problems { get; } = [];

    /// <summary>What is worth a line in the log and stops nothing.</summary>
    public List<string> Notes { get; } = [];

    public void Add(ChangeReading other)
    {
        Changes.AddRange(other.Changes);
        Problems.AddRange(other.Problems);
        Notes.AddRange(other.Notes);
    }

    /// <summary>Makes one of changes of one secret: some events call it by its ARN, others by its name.</summary>
    public void Merge()
    {
        var merged = Changes.GroupBy(origin => origin.Change.Arn).Select(group => group.Aggregate((one, other) => new ChangeOrigin(
            one.Change.And(other.Change), one.Facts ?? other.Facts, [.. one.Deliveries.Union(other.Deliveries)]))).ToList();
        Changes.Clear();
        Changes.AddRange(merged);
    }
}
