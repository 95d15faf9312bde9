namespace RotationLambdas.ScaleSimulation;

/// <summary>What a simulation came to.</summary>
internal sealed record ScaleFigures(ScaleSettings Settings)
{
    /// <summary>Services that run a task with an old value at the end.</summary>
    public required int ServicesWithOldValues { get; init; }

    /// <summary>Secrets that did not change, or not all of whose services got fresh.</summary>
    public required int SecretsNotFresh { get; init; }

    /// <summary>From the window's start to the last secret's change.</summary>
    public required TimeSpan RotationTook { get; init; }

    /// <summary>By secret, from its change to its last service being fresh; the shortest first.</summary>
    public required IReadOnlyList<TimeSpan> TimesToFresh { get; init; }

    /// <summary>By service that holds rotating secrets: how many, and how often it was deployed.</summary>
    public required IReadOnlyList<(int Secrets, int Times)> Deployments { get; init; }

    /// <summary>How often services were deployed that hold no secret that rotates.</summary>
    public required int UpdatesOfOthers { get; init; }

    /// <summary>When the first and the last deployment began.</summary>
    public required (DateTimeOffset First, DateTimeOffset Last) Updating { get; init; }

    /// <summary>Calls that were executed, by operation.</summary>
    public required IReadOnlyDictionary<string, int> Calls { get; init; }

    /// <summary>Calls that were throttled, by operation.</summary>
    public required IReadOnlyDictionary<string, int> ThrottledCalls { get; init; }

    /// <summary>Calls that met another error.</summary>
    public required IReadOnlyDictionary<string, int> RefusedCalls { get; init; }

    /// <summary>The batches: messages in all, and messages that came back.</summary>
    public required IReadOnlyList<(int Size, int Failed)> Batches { get; init; }

    /// <summary>How long each invocation of EcsRedeployment took.</summary>
    public required IReadOnlyList<TimeSpan> Invocations { get; init; }

    /// <summary>What EcsRedeployment logged as errors, counted.</summary>
    public required IReadOnlyDictionary<string, int> Errors { get; init; }

    /// <summary>Messages in the dead-letter queue.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>Execution environments of EcsRedeployment.</summary>
    public required int Environments { get; init; }

    /// <summary>Simulated time, from the window's start.</summary>
    public required TimeSpan Simulated { get; init; }

    /// <summary>How often the clock jumped.</summary>
    public required int Jumps { get; init; }

    /// <summary>Time on the wall.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Looks at all services.</summary>
    public int Discoveries => Calls.GetValueOrDefault("ListClusters");

    /// <summary>Deployments begun a minute, from the first to the last.</summary>
    public double DeploymentsPerMinute => Deployments.Sum(service => service.Times) / Math.Max(1, (Updating.Last - Updating.First).TotalMinutes);

    /// <summary>The time to fresh that a share of the secrets did not exceed.</summary>
    public TimeSpan TimeToFresh(double share) => TimesToFresh.Count == 0 ? TimeSpan.Zero : TimesToFresh[(int)Math.Ceiling(share * TimesToFresh.Count) - 1];
}
