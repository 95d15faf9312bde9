namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>One cell of the matrix.</summary>
/// <param name="Scenario">What is being done.</param>
/// <param name="Place">Where it goes wrong.</param>
/// <param name="Number">At which call or message of an undisturbed rotation, counted from 1.</param>
/// <param name="What">That call or message in words.</param>
/// <param name="Kind">What goes wrong.</param>
internal sealed record FaultCase(Scenario Scenario, FaultPlace Place, int Number, string What, FaultKind Kind)
{
    /// <summary>Whether the invocation has to cope by itself: no kill, and nothing that lasts.</summary>
    public bool HasToBeAbsorbed => Kind is FaultKind.DropBefore or FaultKind.DropAfter or FaultKind.Throttle or FaultKind.InternalError;

    public override string ToString() => $"{Scenario}: {Kind} at {Place} {Number} ({What})";
}
