namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The tags by which a service steers the function.</summary>
/// <param name="Mode">What `rotation:redeploy` wants.</param>
/// <param name="ModeText">That tag's value as written; null without the tag.</param>
/// <param name="Secrets">What the tags `rotation:secrets…` name: secrets that the service's containers fetch themselves.</param>
internal sealed record ServiceTags(RedeployMode Mode, string? ModeText, IReadOnlyList<SecretReference> Secrets)
{
    public const string RedeployKey = "rotation:redeploy";

    /// <summary>Tags whose key begins so list ARNs or names of secrets, separated by spaces. A tag holds 256 characters:
    /// `rotation:secrets-2` and so on hold more.</summary>
    public const string SecretsKey = "rotation:secrets";

    /// <summary>The tag that names the minutes in which the service may be deployed.</summary>
    public const string WindowKey = "rotation:window";

    /// <summary>When the service may be deployed; null without the tag.</summary>
    public MaintenanceWindow? Window { get; init; }

    /// <summary>What in them names no secret, each a sentence.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public static ServiceTags None { get; } = new(RedeployMode.Deploy, null, []);

    /// <summary>Reads a service's tags.</summary>
    /// <param name="tags">Keys and values.</param>
    /// <param name="home">Where the service lives: plain names are secrets there.</param>
    public static ServiceTags Read(IEnumerable<KeyValuePair<string, string>> tags, Location home)
    {
        var (text, window) = (default(string), default(MaintenanceWindow));
        var (secrets, problems) = (new List<SecretReference>(), new List<string>());
        var reader = new ReferenceReader(home);
        foreach (var (key, value) in tags)
        {
            if (key == RedeployKey)
            {
                text = value;
            }
            else if (key == WindowKey)
            {
                window = MaintenanceWindow.Read(value);
            }
            else if (key.StartsWith(SecretsKey, StringComparison.Ordinal))
            {
                var items = value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(item => reader.Read(item, ReferencePlace.ServiceTag, "")).ToList();
                secrets.AddRange(items.Select(item => item.Reference).OfType<SecretReference>());
                problems.AddRange(items.Select(item => item.Problem).OfType<string>().Select(problem => $"{key}: {problem}"));
            }
        }

        return text is null && window is null && secrets.Count == 0 && problems.Count == 0 ? None
            : new ServiceTags(ModeOf(text), text, secrets) { Problems = problems, Window = window };
    }

    private static RedeployMode ModeOf(string? text) => text switch
    {
        null or "true" => RedeployMode.Deploy,
        "false" => RedeployMode.Never,
        "notify" => RedeployMode.Notify,
        "stop-tasks" => RedeployMode.StopTasks,
        _ => RedeployMode.Unknown,
    };
}
