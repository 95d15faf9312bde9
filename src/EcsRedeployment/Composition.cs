using RotationLambdas.EcsRedeployment.Reconciliation;

namespace RotationLambdas.EcsRedeployment;

internal static class Composition
{
    /// <summary>Makes the handler, which lives as long as the process.</summary>
    public static RedeploymentHandler Handler(
        RedeploymentOptions options, Clients clients, string region, TextWriter metricsOutput, TimeProvider clock)
    {
#pragma warning disable CA2000 // It lives as long as the process.
        var ecs = new EcsCalls(clients.Reading, clients.Updating, options, clock);
#pragma warning restore CA2000
        var definitions = new TaskDefinitionCache(ecs);
        var services = new ServiceReader(definitions);
        var scanner = new ServiceScanner(ecs, services, options, clock);
        var tasks = new TaskReader(ecs, definitions);
        var planner = new Planner(options);
        var codeDeploy = new CodeDeployCalls(clients.CodeDeploy);
        var history = new DeploymentHistory(ecs, codeDeploy, clock);
        var secrets = new SecretCalls(clients.SecretsManager);
        var changes = new ChangeReader(secrets, options, region, clock);
        var plans = new PlanMaker(planner, new FleetGate(options), changes, tasks, history, options, clock);
        var rollout = new RolloutRunner(
            new ForcedDeployment(ecs, services, tasks, history, planner, new CodeDeployment(codeDeploy), clock),
            new TaskStop(ecs, tasks, options, clock), clock);
        var queue = new FollowUpQueue(clients.Queue, options.QueueUrl, clock);
        var index = new ConsumerIndex();
        return new RedeploymentHandler(
            new Reconciler(
                new ChangeFinder(changes, scanner, plans, history, options, clock),
                new ConsumerFinder(scanner, definitions, index, clock),
                plans,
                rollout,
                new Reporter(new FailureReader(ecs), tasks, options, clock),
                new Continuation(queue, options, clock),
                new OverdueRotations(secrets, options, clock),
                index,
                clock),
            queue,
            new EventPublisher(clients.EventBridge, options, clock),
            new EmbeddedMetrics(metricsOutput, options.MetricsNamespace, clock),
            options,
            clock);
    }
}
