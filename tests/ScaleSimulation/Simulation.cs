using System.Collections.Concurrent;
using System.Diagnostics;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Quotas;
using RotationLambdas.Sandbox.Sqs;
using RotationLambdas.Sandbox.Template;
using RotationLambdas.ScaleSimulation.Aws;
using RotationLambdas.ScaleSimulation.Clock;

namespace RotationLambdas.ScaleSimulation;

/// <summary>
/// A large account through one window of rotations: the sandbox's Secrets Manager, EventBridge, queue and ECS with the quotas of an account, wired as
/// template.yaml says; EcsRedeployment's own code and AWS clients; a model of PostgresRotation; a clock that jumps from event to event.
/// </summary>
internal static class Simulation
{
    private const string Rotation = "PostgresRotationFunction";
    private const string Redeployment = "EcsRedeploymentFunction";
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 21, 58, 30, TimeSpan.Zero);
    private static readonly DateTimeOffset Window = new(2026, 3, 1, 22, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(18);

    /// <summary>Half a minute for a task to start and for another to end: a small container on Fargate.</summary>
    private static readonly EcsSettings Speed = new()
    {
        ProvisioningTime = TimeSpan.FromSeconds(15),
        PendingTime = TimeSpan.FromSeconds(15),
        StoppingTime = TimeSpan.FromSeconds(30),
    };

    /// <summary>Runs a simulation to its end: every service fresh and the queue empty, or the longest run over.</summary>
    /// <param name="settings">The account and the knobs.</param>
    /// <param name="template">The path of template.yaml.</param>
    public static Task<ScaleFigures> RunAsync(ScaleSettings settings, string template) =>
        Task.Run(() => RunOnPoolAsync(settings, template)); // The clock sees the pool's threads only.

    private static async Task<ScaleFigures> RunOnPoolAsync(ScaleSettings settings, string template)
    {
        var began = Stopwatch.GetTimestamp();
        using var clock = new JumpingClock(Evening);
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { TimeProvider = clock, Ecs = Speed });
        var stack = Resolve(sandbox, settings, template);
        TemplateDeployment.Deploy(sandbox, stack, new Dictionary<string, string>()); // Queues, rules and policies; the functions are run here.

        var redeployment = new RedeploymentFunction(sandbox, stack.Function(Redeployment), settings.Latency);
        using var rotation = new ModelledRotation(sandbox, stack.Function(Rotation), settings.Latency, settings.RotationWork);
        sandbox.Functions.Start(stack.Function(Rotation).Name, rotation.InvokeAsync);
        sandbox.Functions.Start(stack.Function(Redeployment).Name, redeployment.InvokeAsync);

        var account = new Account(sandbox, settings);
        await account.MakeSecretsAsync(stack.Function(Rotation).Arn, Window);
        clock.Run();
        await Task.Delay(TimeSpan.FromSeconds(10), clock); // Services that are made in a secret's very second would be taken for older than its value.
        clock.Hold();
        await account.MakeServicesAsync();
        clock.Run();
        await sandbox.Ecs.WhenSteadyAsync();
        var quotas = new QuotaGuard(ApiQuotas.Defaults, clock);
        sandbox.AddGuard(quotas);
        using var calls = new CallCount(sandbox);
        using var watch = new FreshnessWatch(sandbox, account);
        var batches = Map(sandbox, stack);
        await UntilAsync(() => watch.Open == 0 && sandbox.Sqs.Queues.Sum(Waiting) == 0, clock);
        clock.Hold();

        return new ScaleFigures(settings)
        {
            ServicesWithOldValues = OldValues(sandbox, account, watch),
            SecretsNotFresh = watch.Open,
            RotationTook = watch.Changed.Count == 0 ? TimeSpan.Zero : watch.Changed.Values.Max() - Window,
            TimesToFresh = watch.TimesToFresh(),
            Deployments = Deployments(account, calls),
            UpdatesOfOthers = calls.Updates.Values.Sum() - Deployments(account, calls).Sum(service => service.Times),
            Updating = calls.Updating,
            Calls = calls.Answered,
            ThrottledCalls = calls.Throttled,
            RefusedCalls = calls.Refused,
            Batches = [.. batches],
            Invocations = [.. redeployment.Durations],
            Errors = redeployment.Errors,
            Environments = redeployment.Environments,
            DeadLetters = sandbox.Sqs.Queues.Where(queue => queue.Name.Contains("DeadLetter", StringComparison.Ordinal)).Sum(queue => queue.ApproximateNumberOfMessages),
            Simulated = clock.GetUtcNow() - Window,
            Jumps = clock.Jumps,
            Took = Stopwatch.GetElapsedTime(began),
        };
    }

    private static Stack Resolve(SandboxHost sandbox, ScaleSettings settings, string template)
    {
        var parameters = new Dictionary<string, string>(settings.Parameters) { ["VpcId"] = "vpc-0", ["SubnetIds"] = "subnet-0,subnet-1", ["DatabaseSecurityGroupId"] = "sg-0" };
        return StackTemplate.Load(template).Resolve(
            new StackSettings("scale", sandbox.Options.Region, sandbox.Options.AccountId, sandbox.Endpoint), parameters);
    }

    private static ConcurrentQueue<(int Size, int Failed)> Map(SandboxHost sandbox, Stack stack)
    {
        var batches = new ConcurrentQueue<(int, int)>();
        var resource = stack.EventSourceMappings.Single(one => one.Function == Redeployment);
        sandbox.Sqs.Find(resource.QueueArn)!.Purge(); // What the making of the account has sent.
        var mapping = sandbox.Sqs.AddEventSourceMapping(new EventSourceMappingSettings
        {
            QueueArn = resource.QueueArn,
            FunctionName = stack.Function(Redeployment).Name,
            BatchSize = resource.BatchSize,
            BatchingWindow = resource.BatchingWindow,
            MaximumConcurrency = resource.MaximumConcurrency,
            ReportBatchItemFailures = resource.ReportsBatchItemFailures,
        });
        mapping.BatchProcessed += (_, batch) => batches.Enqueue((batch.Size, batch.Failed.Count));
        return batches;
    }

    private static int Waiting(MessageQueue queue) => queue.ApproximateNumberOfMessages + queue.ApproximateNumberOfMessagesNotVisible;

    private static async Task UntilAsync(Func<bool> isOver, JumpingClock clock)
    {
        var limit = Window + LongestRun;
        do
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock);
        }
        while (clock.GetUtcNow() < limit && !isOver());
    }

    /// <summary>How many services run a task with another value than the current one of a secret that rotates.</summary>
    private static int OldValues(SandboxHost sandbox, Account account, FreshnessWatch watch) => account.Services.Count(service =>
        sandbox.Ecs.Tasks(service.Key.Cluster, service.Key.Name)
            .Where(task => task.LastStatus == "RUNNING")
            .Any(task => service.Value.Index().Any(secret => task.Environments["app"][$"SECRET_{secret.Index}"] != watch.Versions.GetValueOrDefault(secret.Item))));

    private static IReadOnlyList<(int Secrets, int Times)> Deployments(Account account, CallCount calls) => [.. account.Services
        .Where(service => service.Value.Count > 0)
        .Select(service => (service.Value.Count, calls.Updates.GetValueOrDefault($"{service.Key.Cluster}/{service.Key.Name}")))];
}
