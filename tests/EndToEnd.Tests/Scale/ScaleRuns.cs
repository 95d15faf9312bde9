using RotationLambdas.EndToEnd.Tests.Faults;
using RotationLambdas.ScaleSimulation;

namespace RotationLambdas.EndToEnd.Tests.Scale;

/// <summary>The runs of docs/scale.md: each turns one knob.</summary>
internal static class ScaleRuns
{
    /// <summary>Outside of <c>./dev prove</c>, a twentieth of the account.</summary>
    public static IReadOnlyList<ScaleSettings> All { get; } = ProofExtent.IsFull ? Full : [new("a twentieth of it") { Secrets = 50, Clusters = 10, Services = 500, Revisions = 100 }];

    private static ScaleSettings[] Full =>
    [
        new("as template.yaml has it"),
        new("`CoalesceSeconds` 300") { Parameters = Set("CoalesceSeconds", "300") },
        new("`EcsUpdatesPerSecond` 5") { Parameters = Set("EcsUpdatesPerSecond", "5") },
        new("`RotationConcurrency` 2") { Parameters = Set("RotationConcurrency", "2") },
    ];

    private static Dictionary<string, string> Set(string parameter, string value) => new() { [parameter] = value };
}
