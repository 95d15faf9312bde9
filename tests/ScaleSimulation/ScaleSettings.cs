namespace RotationLambdas.ScaleSimulation;

/// <summary>One run of the simulation: how large the account is, and where the knobs stand. What is not named here is as in template.yaml.</summary>
/// <param name="Name">What the run shows.</param>
internal sealed record ScaleSettings(string Name)
{
    /// <summary>How many secrets rotate.</summary>
    public int Secrets { get; init; } = 1000;

    /// <summary>How many clusters there are.</summary>
    public int Clusters { get; init; } = 100;

    /// <summary>How many services there are; one in ten holds a secret that does not rotate, one in ten holds two that do.</summary>
    public int Services { get; init; } = 10_000;

    /// <summary>How many revisions of task definitions the services run.</summary>
    public int Revisions { get; init; } = 2000;

    /// <summary>Parameters of template.yaml.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>What an AWS call takes.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>What a step of a rotation takes beside its AWS calls.</summary>
    public TimeSpan RotationWork { get; init; } = TimeSpan.FromMilliseconds(100);
}
