namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>How a service replaces its tasks (ECS API Reference, "DeploymentConfiguration").</summary>
internal sealed record DeploymentConfiguration(int MinimumHealthyPercent, int MaximumPercent, JsonObject? Given = null)
{
    private static readonly string[] Strategies = ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"];

    public static DeploymentConfiguration Replica { get; } = new(100, 200);

    public static DeploymentConfiguration Daemon { get; } = new(0, 100);

    public string Strategy => Given?.Text("strategy") ?? "ROLLING";

    public bool IsRolling => Strategy == "ROLLING";

    public bool CircuitBreaker => Breaker?.Flag("enable") ?? false;

    public bool Rollback => Breaker?.Flag("rollback") ?? false;

    public bool ResetOnHealthyTask => Breaker?.Flag("resetOnHealthyTask") ?? true;

    private JsonObject? Breaker => Given?.Object("deploymentCircuitBreaker");

    /// <summary>Time in which old and new tasks both run: the steps of the traffic shift, none after 100 %, and the bake time (ECS API
    /// Reference, "LinearConfiguration", "CanaryConfiguration", "DeploymentConfiguration").</summary>
    public TimeSpan ShiftAndBake
    {
        get
        {
            var (linear, canary) = (Given?.Object("linearConfiguration"), Given?.Object("canaryConfiguration"));
            var shift = Strategy switch
            {
                "LINEAR" => (Math.Ceiling(100 / Percent(linear, "stepPercent", 10)) - 1) * (linear?.Number("stepBakeTimeInMinutes") ?? 6),
                "CANARY" => canary?.Number("canaryBakeTimeInMinutes") ?? 10,
                _ => 0,
            };
            return TimeSpan.FromMinutes(shift + (Given?.Number("bakeTimeInMinutes") ?? 0));
        }
    }

    /// <summary>A member that the request has replaces the one before as a whole.</summary>
    public DeploymentConfiguration With(JsonObject? given)
    {
        if (given is null)
        {
            return this;
        }

        if (given.Text("strategy") is { } strategy && !Strategies.Contains(strategy))
        {
            throw EcsErrors.InvalidParameter($"Deployment strategy {strategy} is not one of {string.Join(", ", Strategies)}.");
        }

        return new DeploymentConfiguration(
            given.Number("minimumHealthyPercent") ?? MinimumHealthyPercent,
            given.Number("maximumPercent") ?? MaximumPercent,
            (Given?.DeepClone().AsObject() ?? []).With(given));
    }

    // The other strategies start all new tasks beside all old ones.
    public int LeastRunning(int desired) => IsRolling ? (int)Math.Ceiling(desired * MinimumHealthyPercent / 100.0) : desired;

    public int MostRunning(int desired) => IsRolling ? (int)Math.Floor(desired * MaximumPercent / 100.0) : desired * 2;

    /// <summary>How many tasks have to fail for the circuit breaker (ECS Developer Guide, "How the Amazon ECS deployment circuit breaker
    /// detects failures"): by default half of the desired count, at least 3, at most 200.</summary>
    public int BreakerThreshold(int desired)
    {
        var threshold = Breaker?.Object("thresholdConfiguration");
        var value = threshold?.Number("value") ?? 50;
        var share = (int)Math.Ceiling(desired * value / 100.0);
        return threshold?.Text("type") switch
        {
            "COUNT" => value,
            "UNBOUNDED_PERCENT" => Math.Max(1, share),
            null or "BOUNDED_PERCENT" => Math.Clamp(share, 3, 200),
            var type => throw EcsErrors.InvalidParameter($"Threshold type {type} is not BOUNDED_PERCENT, UNBOUNDED_PERCENT or COUNT."),
        };
    }

    public JsonObject ToJson()
    {
        var json = Given?.DeepClone().AsObject() ?? [];
        json["deploymentCircuitBreaker"] ??= new JsonObject { ["enable"] = false, ["rollback"] = false };
        json["maximumPercent"] = MaximumPercent;
        json["minimumHealthyPercent"] = MinimumHealthyPercent;
        json["strategy"] = Strategy;
        return json;
    }

    private static double Percent(JsonObject? from, string member, double usual) => from?[member]?.GetValue<double>() ?? usual;
}
