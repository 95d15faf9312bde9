using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>How a service replaces its tasks (ECS API Reference, "DeploymentConfiguration").</summary>
/// <param name="MinimumHealthyPercent">The least running tasks, of the desired count, rounded up.</param>
/// <param name="MaximumPercent">The most running and pending tasks, of the desired count, rounded down.</param>
/// <param name="CircuitBreaker">Whether a deployment is given up when its tasks do not start.</param>
/// <param name="Rollback">Whether a deployment given up is followed by one of the last completed.</param>
/// <param name="ResetOnHealthyTask">Whether a task that starts sets the count of failures back.</param>
internal sealed record DeploymentConfiguration(int MinimumHealthyPercent, int MaximumPercent, bool CircuitBreaker, bool Rollback, bool ResetOnHealthyTask)
{
    /// <summary>What a REPLICA service has when it does not say.</summary>
    public static DeploymentConfiguration Replica { get; } = new(100, 200, CircuitBreaker: false, Rollback: false, ResetOnHealthyTask: true);

    /// <summary>What a DAEMON service has when it does not say: tasks are taken down before new ones come up.</summary>
    public static DeploymentConfiguration Daemon { get; } = Replica with { MinimumHealthyPercent = 0, MaximumPercent = 100 };

    /// <summary>Reads what a request says over what holds.</summary>
    /// <param name="given">The request's deploymentConfiguration, or none.</param>
    /// <returns>The configuration.</returns>
    public DeploymentConfiguration With(JsonObject? given)
    {
        if (given is null)
        {
            return this;
        }

        var breaker = given.Object("deploymentCircuitBreaker");
        return new DeploymentConfiguration(
            given.Number("minimumHealthyPercent") ?? MinimumHealthyPercent,
            given.Number("maximumPercent") ?? MaximumPercent,
            breaker is null ? CircuitBreaker : breaker.Flag("enable") ?? false,
            breaker is null ? Rollback : breaker.Flag("rollback") ?? false,
            breaker is null ? ResetOnHealthyTask : breaker.Flag("resetOnHealthyTask") ?? true);
    }

    /// <summary>The least tasks that must run.</summary>
    /// <param name="desired">The desired count.</param>
    /// <returns>Their number.</returns>
    public int LeastRunning(int desired) => (int)Math.Ceiling(desired * MinimumHealthyPercent / 100.0);

    /// <summary>The most tasks that may run or be about to.</summary>
    /// <param name="desired">The desired count.</param>
    /// <returns>Their number.</returns>
    public int MostRunning(int desired) => (int)Math.Floor(desired * MaximumPercent / 100.0);

    /// <summary>How many tasks have to fail for the circuit breaker: half the desired count, at least 3, at most 200 (ECS API Reference, "ServiceDeploymentCircuitBreaker").</summary>
    /// <param name="desired">The desired count.</param>
    /// <returns>Their number.</returns>
    public static int BreakerThreshold(int desired) => Math.Clamp((int)Math.Ceiling(desired * 0.5), 3, 200);

    /// <summary>The wire's form.</summary>
    /// <returns>The form.</returns>
    public JsonObject ToJson() => new()
    {
        ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = CircuitBreaker, ["rollback"] = Rollback },
        ["maximumPercent"] = MaximumPercent,
        ["minimumHealthyPercent"] = MinimumHealthyPercent,
        ["strategy"] = "ROLLING",
    };
}
