using System.Globalization;
using RotationLambdas.EcsRedeployment.Errors;

namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>Reads the function's environment variables. A value that makes no sense stops the function at its start.</summary>
/// <param name="variable">Gives a variable's value, or null.</param>
internal sealed class OptionsReader(Func<string, string?> variable)
{
    private const int LongestNamespace = 255;
    private const int LongestBusName = 256;

    /// <summary>Reads all options.</summary>
    /// <exception cref="ConfigurationInvalidException">A variable's value makes no sense.</exception>
    public RedeploymentOptions Read()
    {
        var defaults = new RedeploymentOptions();
        return new RedeploymentOptions
        {
            Clusters = Clusters(defaults.Clusters),
            EventBusName = EventBus(defaults.EventBusName),
            DryRun = Flag("DRY_RUN", defaults.DryRun),
            OverdueAfter = TimeSpan.FromMinutes(Number("OVERDUE_AFTER_MINUTES", (int)defaults.OverdueAfter.TotalMinutes, 1, 10080)),
            ReadsPerSecond = Number("ECS_READS_PER_SECOND", defaults.ReadsPerSecond, 1, 100),
            UpdatesPerSecond = Number("ECS_UPDATES_PER_SECOND", defaults.UpdatesPerSecond, 1, 50),
            ScanConcurrency = Number("SCAN_CONCURRENCY", defaults.ScanConcurrency, 1, 32),
            RolloutAttempts = Number("ROLLOUT_ATTEMPTS", defaults.RolloutAttempts, 1, 10),
            TaskStopWait = TimeSpan.FromSeconds(Number("TASK_STOP_WAIT_SECONDS", (int)defaults.TaskStopWait.TotalSeconds, 10, 600)),
            MetricsNamespace = Namespace(defaults.MetricsNamespace),
        };
    }

    /// <summary>A variable that is set to nothing is as good as not set: a template's empty parameter.</summary>
    private string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private ClusterFilter Clusters(ClusterFilter unset) => Value("ECS_CLUSTERS") is not { } value ? unset
        : ClusterFilter.Read(value) ?? throw new ConfigurationInvalidException(
            "ECS_CLUSTERS", value, "names or ARNs of clusters parted by commas, * for any, a leading ! to leave out");

    private string? EventBus(string? unset) => Value("EVENT_BUS_NAME") switch
    {
        null => unset,
        "none" => null,
        { Length: <= LongestBusName } name => name,
        var name => throw new ConfigurationInvalidException(
            "EVENT_BUS_NAME", name, $"the name or ARN of an event bus, at most {LongestBusName} characters, or none"),
    };

    private string Namespace(string unset) => Value("METRICS_NAMESPACE") switch
    {
        null => unset,
        { Length: <= LongestNamespace } name when !name.StartsWith("AWS/", StringComparison.Ordinal) => name,
        var name => throw new ConfigurationInvalidException(
            "METRICS_NAMESPACE", name, $"1 to {LongestNamespace} characters that do not begin with AWS/"),
    };

    private bool Flag(string name, bool unset) => Value(name) switch
    {
        null => unset,
        "true" => true,
        "false" => false,
        var value => throw new ConfigurationInvalidException(name, value, "true or false"),
    };

    private int Number(string name, int unset, int least, int most) => Value(name) is not { } value ? unset
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new ConfigurationInvalidException(name, value, $"a whole number from {least} to {most}");
}
