namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>Reads the function's environment variables. An invalid value stops the function at its start.</summary>
/// <param name="variable">Gives a variable's value, or null.</param>
internal sealed class OptionsReader(Func<string, string?> variable)
{
    private const int LongestBusName = 256;

    private readonly EnvironmentReader _environment = new(variable);

    /// <exception cref="ConfigurationInvalidException">A variable's value is invalid.</exception>
    public RedeploymentOptions Read()
    {
        var defaults = new RedeploymentOptions();
        var secrets = Secrets();
        return new RedeploymentOptions
        {
            Clusters = Clusters(defaults.Clusters),
            EventBusName = EventBus(defaults.EventBusName),
            Secrets = secrets,
            RestartUnverified = _environment.Choice("UNVERIFIED_CHANGES", defaults.RestartUnverified, ("report", false), ("restart", true)),
            DeployWithCodeDeploy = _environment.Choice(
                "CODE_DEPLOY_SERVICES", defaults.DeployWithCodeDeploy, ("report", false), ("deploy", true)),
            DryRun = DryRun(secrets, defaults.DryRun),
            OverdueAfter = _environment.Minutes("OVERDUE_AFTER_MINUTES", 1, 10080, defaults.OverdueAfter),
            ReadsPerSecond = _environment.Number("ECS_READS_PER_SECOND", 1, 100, defaults.ReadsPerSecond),
            UpdatesPerSecond = _environment.Number("ECS_UPDATES_PER_SECOND", 1, 50, defaults.UpdatesPerSecond),
            ScanConcurrency = _environment.Number("SCAN_CONCURRENCY", 1, 32, defaults.ScanConcurrency),
            RolloutAttempts = _environment.Number("ROLLOUT_ATTEMPTS", 1, 10, defaults.RolloutAttempts),
            TaskStopWait = _environment.Seconds("TASK_STOP_WAIT_SECONDS", 10, 600, defaults.TaskStopWait),
            QueueUrl = Queue(),
            MetricsNamespace = _environment.MetricsNamespace("METRICS_NAMESPACE", defaults.MetricsNamespace),
            RolloutPace = _environment.Choice(
                "ROLLOUT_PACE", defaults.RolloutPace, ("fast", RolloutPace.Fast), ("careful", RolloutPace.Careful)),
            Canaries = Optional("CANARIES", 100),
            MaxRollouts = Optional("MAX_ROLLOUTS", 10_000),
            HaltPercent = _environment.Number("HALT_PERCENT", 1, 100, defaults.HaltPercent),
            CanaryWait = _environment.Seconds("CANARY_WAIT_SECONDS", 1, 3600, defaults.CanaryWait),
            MinimumInterval = _environment.Seconds("MINIMUM_INTERVAL_SECONDS", 0, 3600, defaults.MinimumInterval),
            FastIgnoresWindows = _environment.Flag("FAST_IGNORES_WINDOWS", defaults.FastIgnoresWindows),
        };
    }

    private int? Optional(string name, int most) => _environment.Number(name, 1, most, 0) is > 0 and var number ? number : null;

    private ClusterFilter Clusters(ClusterFilter unset) => _environment.Text("ECS_CLUSTERS") is not { } value ? unset
        : ClusterFilter.Read(value) ?? throw _environment.Invalid(
            "ECS_CLUSTERS", "names or ARNs of clusters separated by commas, * for any, a leading ! to leave out");

    private string? EventBus(string? unset) => _environment.Text("EVENT_BUS_NAME") switch
    {
        null => unset,
        "none" => null,
        { Length: <= LongestBusName } name => name,
        _ => throw _environment.Invalid("EVENT_BUS_NAME", $"the name or ARN of an event bus, at most {LongestBusName} characters, or none"),
    };

    private SecretScope Secrets() => SecretScope.Read(_environment.List("SECRET_NAME_PREFIXES"))
        ?? throw _environment.Invalid("SECRET_NAME_PREFIXES", "beginnings of names of secrets separated by commas, or * for all");

    /// <summary>An installation that names no secrets restarts nothing. To ask for restarts and to name none is a contradiction.</summary>
    private bool DryRun(SecretScope secrets, bool otherwise) =>
        secrets.AllowsRestarts ? _environment.Flag("DRY_RUN", otherwise)
        : _environment.Flag("DRY_RUN", otherwise: true) ? true
        : throw new ConfigurationInvalidException(
            "DRY_RUN is false, and SECRET_NAME_PREFIXES names no secrets to restart services for.",
            "Set SECRET_NAME_PREFIXES to the beginnings of their names, or to * for all; or set DRY_RUN to true.");

    private Uri? Queue() => _environment.Text("QUEUE_URL") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url
        : throw _environment.Invalid("QUEUE_URL", "the URL of an Amazon SQS queue");
}
