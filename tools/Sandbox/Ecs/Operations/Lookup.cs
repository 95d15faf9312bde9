namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>Finds what a request names. Called under the state's lock.</summary>
internal sealed class Lookup(EcsState state)
{
    public Cluster Cluster(JsonObject input) => Cluster(input.Text("cluster"));

    public Cluster Cluster(string? nameOrArn) =>
        state.Clusters.TryGetValue(EcsArn.Name(nameOrArn ?? "default"), out var cluster)
            ? cluster : throw EcsErrors.ClusterNotFound();

    public static Service? Service(Cluster cluster, string nameOrArn) =>
        (EcsArn.ClusterIn(nameOrArn) ?? cluster.Name) == cluster.Name ? cluster.Services.GetValueOrDefault(EcsArn.Name(nameOrArn)) : null;

    public static EcsTask? Task(Cluster cluster, string idOrArn) => cluster.Tasks.GetValueOrDefault(EcsArn.Name(idOrArn));

    public TaskDefinition? TaskDefinition(string text)
    {
        if (state.TaskDefinitionsByArn.TryGetValue(text, out var byArn))
        {
            return byArn;
        }

        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            // The right family in another account or Region is somebody else's.
            return null;
        }

        var parts = text.Split(':');
        if (!state.Families.TryGetValue(parts[0], out var revisions))
        {
            return null;
        }

        return parts.Length == 1
            ? revisions.FindLast(static one => one.Status == "ACTIVE")
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision >= 1
                && revision <= revisions.Count ? revisions[revision - 1] : null;
    }

    public TaskDefinition Launchable(string text) => TaskDefinition(text) switch
    {
        null => throw EcsErrors.Client("TaskDefinition not found."),
        { Status: "INACTIVE" } => throw EcsErrors.Client("TaskDefinition is inactive"),
        var definition => definition,
    };

    public Service RequiredService(JsonObject input) =>
        Service(Cluster(input), Required(input, "service", "Service cannot be empty.")) ?? throw EcsErrors.ServiceNotFound();

    /// <summary>The names or ARNs that an operation describes.</summary>
    public static IReadOnlyList<string> Names(JsonObject input, string member, string shown, int most) => input.Texts(member) switch
    {
        { Count: 0 } => throw EcsErrors.InvalidParameter($"{shown} cannot be empty."),
        var names => names.Count <= most ? names : throw EcsErrors.InvalidParameter($"{shown} cannot have more than {most} elements."),
    };

    public static string Required(JsonObject input, string member, string text) =>
        input.Text(member) is { Length: > 0 } value ? value : throw EcsErrors.InvalidParameter(text);

    /// <summary>An answer with a description of each that was found, and a failure for each that was not.</summary>
    public static JsonObject Described(
        IEnumerable<string> names, string member, Func<string, string> arnOf, Func<string, JsonNode?> describe)
    {
        var all = names.Select(name => (Name: name, Json: describe(name))).ToList();
        return new JsonObject
        {
            [member] = new JsonArray([.. all.Select(static one => one.Json).OfType<JsonNode>()]),
            ["failures"] = new JsonArray([.. all.Where(static one => one.Json is null)
                .Select(one => new JsonObject { ["arn"] = arnOf(one.Name), ["reason"] = "MISSING" })]),
        };
    }
}
