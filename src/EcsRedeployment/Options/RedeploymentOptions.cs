namespace RotationLambdas.EcsRedeployment.Options;

/// <summary>The values of the function's environment variables. docs/reference/redeployment.md lists them all.</summary>
internal sealed record RedeploymentOptions
{
    /// <summary>ECS_CLUSTERS: which clusters are scanned. Default: all of the account and Region.</summary>
    public ClusterFilter Clusters { get; init; } = ClusterFilter.All;

    /// <summary>SECRET_NAME_PREFIXES: which secrets and parameters are in the function's scope. Unset: everything is reported and nothing
    /// restarted.</summary>
    public SecretScope Secrets { get; init; } = SecretScope.Everything;

    /// <summary>UNVERIFIED_CHANGES, `report` or `restart`: what is done when a secret was modified after a task was created and nothing
    /// shows whether its value changed. `restart` restarts once for each LastChangedDate. Default: report.</summary>
    public bool RestartUnverified { get; init; }

    /// <summary>CODE_DEPLOY_SERVICES, `report` or `deploy`: whether services that CodeDeploy controls are deployed. Default:
    /// report.</summary>
    public bool DeployWithCodeDeploy { get; init; }

    /// <summary>EVENT_BUS_NAME: where outcomes are published. Default: `default`. Null (`none`): logs and metrics only.</summary>
    public string? EventBusName { get; init; } = "default";

    /// <summary>DRY_RUN: plan and report, and restart nothing. Default: false; true without SECRET_NAME_PREFIXES.</summary>
    public bool DryRun { get; init; }

    /// <summary>OVERDUE_AFTER_MINUTES, 1 to 10080: how long after a change a service may take to be fresh. Default: 30 minutes.</summary>
    public TimeSpan OverdueAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>ECS_READS_PER_SECOND, 1 to 100: the rate of describing and listing, for each kind of call; twice that, up to 20, for task
    /// definitions. Default: 10.</summary>
    public int ReadsPerSecond { get; init; } = 10;

    /// <summary>ECS_UPDATES_PER_SECOND, 1 to 50: the rate of deployments and of stopping tasks. Default: 2.</summary>
    public int UpdatesPerSecond { get; init; } = 2;

    /// <summary>SCAN_CONCURRENCY, 1 to 32: how many calls run at once. Default: 8.</summary>
    public int ScanConcurrency { get; init; } = 8;

    /// <summary>ROLLOUT_ATTEMPTS, 1 to 10: how many deployments since a change may fail before a service is left to somebody. Default:
    /// 3.</summary>
    public int RolloutAttempts { get; init; } = 3;

    /// <summary>TASK_STOP_WAIT_SECONDS, 10 to 600: how long the function waits for a stopped task's replacement. Default: 120
    /// seconds.</summary>
    public TimeSpan TaskStopWait { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>QUEUE_URL: the function's own queue. Default: none, and then a large scan is not continued in another invocation.</summary>
    public Uri? QueueUrl { get; init; }

    /// <summary>METRICS_NAMESPACE: the CloudWatch namespace, 1 to 255 characters. Default: `RotationLambdas`.</summary>
    public string MetricsNamespace { get; init; } = "RotationLambdas";

    /// <summary>ROLLOUT_PACE, `fast` or `careful`: how a secret is rolled out that has no tag `rotation:pace`. Default: fast.</summary>
    public RolloutPace RolloutPace { get; init; } = RolloutPace.Fast;

    /// <summary>CANARIES, 1 to 100: how many services are deployed before one is fresh. Default: 1 (fast), 3 (careful).</summary>
    public int? Canaries { get; init; }

    /// <summary>MAX_ROLLOUTS, 1 to 10000: how many services of a secret are deployed at once. Default: 20 (fast), 10 (careful).</summary>
    public int? MaxRollouts { get; init; }

    /// <summary>HALT_PERCENT, 1 to 100: with more failures among the services of a change, none is begun. Default: 20.</summary>
    public int HaltPercent { get; init; } = 20;

    /// <summary>CANARY_WAIT_SECONDS, 1 to 3600: how long a fast rollout waits for its canary, and the time between two scans of a
    /// rollout. Default: 2 minutes.</summary>
    public TimeSpan CanaryWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>MINIMUM_INTERVAL_SECONDS, 0 to 3600: between two deployments of a service; it doubles with each of the last 6 hours.
    /// Default: 1 minute.</summary>
    public TimeSpan MinimumInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>FAST_IGNORES_WINDOWS: whether secrets that are rolled out fast are deployed in closed maintenance windows. Default:
    /// false.</summary>
    public bool FastIgnoresWindows { get; init; }
}
