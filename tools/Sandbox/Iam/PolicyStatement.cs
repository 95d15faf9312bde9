namespace RotationLambdas.Sandbox.Iam;

public sealed record PolicyStatement
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "Resource", "Condition", "Principal"];

    public required string Sid { get; init; }

    public required PolicyEffect Effect { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Services that a resource's policy speaks of; empty in a role's policy, <c>*</c> for everybody.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>The statements of a policy document, its functions resolved.</summary>
    /// <exception cref="PolicyException">A statement has no Sid, or has something that is not evaluated here, such as
    /// NotAction.</exception>
    public static IReadOnlyList<PolicyStatement> ReadAll(JsonNode document) =>
        [.. document["Statement"]!.AsArray().Select(statement => Read(statement!.AsObject()))];

    public bool Matches(IamRequest request) =>
        Actions.Any(action => Wildcard.MatchesIgnoringCase(action, request.Action))
        && Resources.Any(resource => Wildcard.Matches(resource, request.Resource))
        && Conditions.All(condition => condition.Holds(request));

    private static PolicyStatement Read(JsonObject statement)
    {
        if (statement.Select(member => member.Key).Except(Known).FirstOrDefault() is { } unknown)
        {
            throw new PolicyException($"{unknown} is not evaluated here. Use only {string.Join(", ", Known)}.");
        }

        return new PolicyStatement
        {
            Sid = statement[nameof(Sid)]?.GetValue<string>()
                ?? throw new PolicyException($"A statement has no Sid: {statement.ToJsonString()}"),
            Effect = Enum.Parse<PolicyEffect>(statement[nameof(Effect)]!.GetValue<string>()),
            Actions = Texts(statement["Action"]),
            // A role's trust policy names no resource: it is about the role.
            Resources = statement.ContainsKey("Principal") && !statement.ContainsKey("Resource") ? ["*"] : Texts(statement["Resource"]),
            Conditions = [.. (statement["Condition"]?.AsObject() ?? []).SelectMany(by => by.Value!.AsObject()
                .Select(one => new PolicyCondition(by.Key, one.Key, Texts(one.Value))))],
            Principals = statement["Principal"] switch
            {
                null => [],
                JsonObject named => [.. named.SelectMany(kind => Texts(kind.Value))],
                var everybody => Texts(everybody),
            },
        };
    }

    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray many => [.. many.Select(one => one!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => throw new PolicyException($"A text or a list of texts is expected in a statement, not {node}."),
    };
}

public enum PolicyEffect
{
    Allow,

    Deny,
}

/// <summary>A policy has something that the sandbox does not evaluate. It is never ignored: the message names it.</summary>
public sealed class PolicyException(string message) : Exception(message);
