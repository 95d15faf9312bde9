namespace RotationLambdas.Sandbox.Iam;

/// <summary>Which statements of a stack's roles decided a call, and for which actions. What is left at the end of a run is a right that
/// nothing needs. Safe from any thread.</summary>
public sealed class PolicyUsage(IReadOnlyList<RoleResource> roles)
{
    private readonly ConcurrentDictionary<(string Role, string Sid, string Action), int> _uses = new();
    private readonly ConcurrentDictionary<(string Role, string Sid, string Action), IamRequest> _samples = new();

    public IReadOnlyList<string> Unused => [.. roles
        .SelectMany(
            role => role.Statements.Where(statement => !_uses.Keys.Any(use => use.Role == role.LogicalId && use.Sid == statement.Sid))
            .Select(statement => $"{role.LogicalId}/{statement.Sid}"))];

    /// <summary>Actions that no call needed, as <c>role/sid: action</c>: those of the unused statements, and those of used ones.</summary>
    public IReadOnlyList<string> UnusedActions => [.. roles
        .SelectMany(role => role.Statements.SelectMany(statement => statement.Actions
            .Where(action =>
                !_uses.Keys.Any(
                    use => use.Role == role.LogicalId && use.Sid == statement.Sid && Wildcard.MatchesIgnoringCase(action, use.Action)))
            .Select(action => $"{role.LogicalId}/{statement.Sid}: {action}")))];

    /// <summary>Used statements without which every call would have been answered in the same way, as <c>role/sid</c>. None of the others
    /// can be left out.</summary>
    public IReadOnlyList<string> Dispensable => [.. roles
        .SelectMany(role => role.Statements
            .Where(statement =>
                SamplesOf(role, statement) is { Count: > 0 } samples && samples.All(sample => SameWithout(role, statement, sample)))
            .Select(statement => $"{role.LogicalId}/{statement.Sid}"))];

    public IReadOnlyDictionary<string, int> Uses => new SortedDictionary<string, int>(
        _uses.ToDictionary(use => $"{use.Key.Role}/{use.Key.Sid}: {use.Key.Action}", use => use.Value), StringComparer.Ordinal);

    internal void Record(string role, string sid, IamRequest request)
    {
        _ = _uses.AddOrUpdate((role, sid, request.Action), 1, (_, count) => count + 1);
        _ = _samples.TryAdd((role, sid, request.Action), request);
    }

    private List<IamRequest> SamplesOf(RoleResource role, PolicyStatement statement) =>
        [.. _samples.Where(sample => sample.Key.Role == role.LogicalId && sample.Key.Sid == statement.Sid).Select(sample => sample.Value)];

    private static bool SameWithout(RoleResource role, PolicyStatement statement, IamRequest request) =>
        PolicyDecision.Of(role.Statements.Where(other => other != statement), request)
            .IsAllowed == PolicyDecision.Of(role.Statements, request).IsAllowed;
}
