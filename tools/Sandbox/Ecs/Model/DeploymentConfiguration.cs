using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>How a service replaces its tasks (ECS API Reference, "DeploymentConfiguration").</summary>
internal sealed record DeploymentConfiguration(
    int MinimumHealthyPercent, int MaximumPercent, bool CircuitBreaker, bool Rollback, bool ResetOnHealthyTask)
{
    public static DeploymentConfiguration Replica { get; } = new(
        100, 200, CircuitBreaker: false, Rollback: false, ResetOnHealthyTask: true);

    public static DeploymentConfiguration Daemon { get; } = Replica with { MinimumHealthyPercent = 0, MaximumPercent = 100 };

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

    public int LeastRunning(int desired) => (int)Math.Ceiling(desired * MinimumHealthyPercent / 100.0);

    public int MostRunning(int desired) => (int)Math.Floor(desired * MaximumPercent / 100.0);

    /// <summary>
    /// How many tasks have to fail for the circuit breaker: half the desired count, at least 3, at most 200 (ECS API Reference,
    /// "ServiceDeploymentCircuitBreaker").
    /// </summary>
    public static int BreakerThreshold(int desired) => Math.Clamp((int)Math.Ceiling(desired * 0.5), 3, 200);

    public JsonObject ToJson() => new()
    {
        ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = CircuitBreaker, ["rollback"] = Rollback },
        ["maximumPercent"] = MaximumPercent,
        ["minimumHealthyPercent"] = MinimumHealthyPercent,
        ["strategy"] = "ROLLING",
    };
}
