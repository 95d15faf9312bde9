using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Reconciliation;
using RotationLambdas.EcsRedeployment.Rollout;

namespace RotationLambdas.EcsRedeployment;

/// <summary>Puts the function together.</summary>
internal static class Composition
{
    /// <summary>Makes the handler, which lives as long as the process.</summary>
    /// <param name="options">What the environment variables say.</param>
    /// <param name="clients">AWS.</param>
    /// <param name="region">The Region in which services are looked after.</param>
    /// <param name="metricsOutput">Where metrics are written.</param>
    /// <param name="clock">Tells the time.</param>
    public static RedeploymentHandler Handler(
        RedeploymentOptions options, Clients clients, string region, TextWriter metricsOutput, TimeProvider clock)
    {
#pragma warning disable CA2000 // It lives as long as the process.
        var ecs = new EcsCalls(clients.Reading, clients.Updating, options, clock);
#pragma warning restore CA2000
        var definitions = new TaskDefinitionCache(ecs);
        var services = new ServiceReader(definitions, clock);
        var scanner = new ServiceScanner(ecs, services, options, clock);
        var tasks = new TaskReader(ecs, definitions);
        var planner = new Planner(options.RolloutAttempts);
        var changes = new ChangeReader(new SecretCalls(clients.SecretsManager), options, region, clock);
        var plans = new PlanMaker(planner, changes, tasks, new DeploymentHistory(ecs, clock), options);
        var rollout = new RolloutRunner(
            new ForcedDeployment(ecs, services, planner, clock), new TaskStop(ecs, tasks, options, clock), clock);
        var reporter = new Reporter(new FailureReader(ecs), options, clock);
        var index = new ConsumerIndex();
        return new RedeploymentHandler(
            new Reconciler(changes, scanner, definitions, plans, rollout, reporter, index, options, clock),
            new ServiceFollowUp(changes, scanner, plans, reporter, index, clock),
            new EventPublisher(clients.EventBridge, options, clock),
            new EmbeddedMetrics(metricsOutput, options.MetricsNamespace, clock),
            options,
            clock);
    }
}
