namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>When the value behind a staging label last changed, as far as can be known (reasons: docs/reference/redeployment.md).</summary>
/// <param name="Known">A task created before this holds an older value: it is restarted.</param>
/// <param name="Possible">
/// A task created before this may hold an older value: that is reported and nothing more, because a new description or a failed
/// rotation has the same effect. Never earlier than <paramref name="Known"/>.
/// </param>
internal readonly record struct ChangeTime(DateTimeOffset Known, DateTimeOffset Possible)
{
    public static ChangeTime Certain(DateTimeOffset at) => new(at, at);

    /// <summary>The later of both in both respects.</summary>
    public ChangeTime Or(ChangeTime other) =>
        new(Known > other.Known ? Known : other.Known, Possible > other.Possible ? Possible : other.Possible);
}
