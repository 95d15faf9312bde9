using RotationLambdas.EndToEnd.Tests.Faults.Proxy;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Makes the cases from the traffic of an undisturbed rotation.</summary>
internal static class FaultCases
{
    private static readonly FaultKind[] AtMessages = [
        FaultKind.KillBefore, FaultKind.KillAfter, FaultKind.DropBefore, FaultKind.DropAfter, FaultKind.Outage];

    /// <summary>Whether all cases run: <c>./dev faults</c> asks for them, everything else for a sample.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("FAULTS") == "full";

    public static IReadOnlyList<FaultCase> All(
        Scenario scenario, IReadOnlyList<RecordedCall> calls, IReadOnlyList<PostgresMessage> messages) =>
    [
        .. AtCalls(scenario, calls, [.. AwsFaults.Passing, FaultKind.Outage]),
        .. messages.SelectMany(
            (message, index) =>
                AtMessages.Select(kind => new FaultCase(scenario, FaultPlace.DatabaseMessage, index + 1, message.ToString(), kind))),
    ];

    /// <summary>For every kind of fault but the outage a few places, spread over the rotation and not the same for every kind.</summary>
    public static IReadOnlyList<FaultCase> Sample(IReadOnlyList<FaultCase> all, int each) =>
    [
        .. all.Where(one => one.Kind != FaultKind.Outage)
            .GroupBy(one => (one.Scenario, one.Place, one.Kind))
            .SelectMany((group, index) => Spread([.. group], each, index)),
    ];

    private static IEnumerable<FaultCase> AtCalls(Scenario scenario, IReadOnlyList<RecordedCall> calls, IReadOnlyList<FaultKind> kinds) =>
        calls.SelectMany(
            (call, index) => kinds.Select(kind => new FaultCase(scenario, FaultPlace.AwsCall, index + 1, call.Operation, kind)));

    private static IEnumerable<FaultCase> Spread(IReadOnlyList<FaultCase> group, int each, int shift) => Enumerable.Range(0, each)
        .Select(nth => group[((group.Count * nth / each) + (shift * 5)) % group.Count])
        .Distinct();
}
