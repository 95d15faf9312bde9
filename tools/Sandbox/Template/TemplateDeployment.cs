namespace RotationLambdas.Sandbox.Template;

/// <summary>A stack in a sandbox: its functions, queues, rules and event source mappings with the settings of the template, and the
/// policies of its roles enforced. What has no part in a rotation (alarms, topics, networks, log groups) is left out.</summary>
public sealed class TemplateDeployment
{
    private readonly SandboxHost _host;
    private readonly ConcurrentQueue<string> _refusals = new();

    private TemplateDeployment(SandboxHost host, Stack stack)
    {
        _host = host;
        Stack = stack;
        Guard = new PolicyGuard(stack, host.Options, host.SecretsManager.Identify);
    }

    public Stack Stack { get; }

    public PolicyGuard Guard { get; }

    public IReadOnlyList<string> Refusals => [.. _refusals];

    /// <param name="packages">The folders of the functions' packages by logical id. Functions without one, and their queues' readers, are
    /// left out.</param>
    /// <exception cref="TemplateException">AWS would refuse it: a role lacks a right that Lambda needs, or a queue's policy shuts out a
    /// rule.</exception>
    public static TemplateDeployment Deploy(SandboxHost host, Stack stack, IReadOnlyDictionary<string, string> packages)
    {
        var deployment = new TemplateDeployment(host, stack);
        host.AddGuard(deployment.Guard);
        deployment.MakeQueues();
        foreach (var (logicalId, folder) in packages)
        {
            deployment.MakeFunction(stack.Function(logicalId), folder);
        }

        deployment.MakeRules();
        foreach (var mapping in stack.EventSourceMappings.Where(mapping => packages.ContainsKey(mapping.Function)))
        {
            deployment.MakeMapping(mapping);
        }

        host.Functions.Ended += (_, ended) => deployment.Invoked(ended.FunctionName);
        return deployment;
    }

    private void MakeQueues()
    {
        foreach (var queue in Stack.Queues)
        {
            _host.Sqs.CreateQueue(queue.Name, queue.Settings);
        }
    }

    private void MakeFunction(FunctionResource function, string folder)
    {
        foreach (var request in LambdaRoleUse.WhenCreated(Stack, function))
        {
            Demand(function, request);
        }

        var mapping = Stack.EventSourceMappings.FirstOrDefault(one => one.Function == function.LogicalId);
        _host.Functions.Start(new FunctionDefinition
        {
            Name = function.Name,
            PackageFolder = folder,
            Environment = function.Environment,
            Timeout = function.Timeout,
            MemorySize = function.MemorySize,
            Concurrency = function.ReservedConcurrency ?? mapping?.Settings.MaximumConcurrency ?? 10,
        });
    }

    private void MakeRules()
    {
        foreach (var (_, policy) in Stack.Resources.Where(one => (string?)one.Value!["Type"] == "AWS::Events::EventBusPolicy"))
        {
            var statement = policy!["Properties"]!["Statement"]!.DeepClone();
            statement["Sid"] = policy["Properties"]!["StatementId"]!.DeepClone();
            _host.EventBridge.BusPolicy.AddRange(PolicyStatement.ReadAll(new JsonObject { ["Statement"] = new JsonArray(statement) }));
        }

        foreach (var rule in Stack.Rules)
        {
            foreach (var target in rule.Targets.Where(target => target.RoleArn is not null))
            {
                var role = Stack.Roles.Single(one => target.RoleArn!.Contains($"-{one.LogicalId}-", StringComparison.Ordinal));
                if (!PolicyDecision.Of(role.Statements, new IamRequest("events:PutEvents", target.Arn)).IsAllowed)
                {
                    throw new TemplateException($"The role of {rule.Name} does not allow events:PutEvents on {target.Arn}.");
                }
            }

            foreach (var queueArn in rule.Targets.SelectMany(target => new[] { target.Arn, target.DeadLetterQueueArn }).OfType<string>()
                .Where(IsQueue))
            {
                if (!QueueAccess.MaySend(Stack.Queue(queueArn), rule.Arn))
                {
                    throw new TemplateException($"The policy of {queueArn} does not let {rule.Name} send to it.");
                }
            }

            _host.EventBridge.PutRule(
                new EventRuleSettings { Name = rule.Name, EventPattern = rule.EventPattern, ScheduleExpression = rule.ScheduleExpression });
            _host.EventBridge.PutTargets(rule.Name, rule.Targets);
        }
    }

    private void MakeMapping(EventSourceMappingResource mapping)
    {
        var function = Stack.Function(mapping.Function);
        foreach (var request in LambdaRoleUse.WhenPolled(Stack, Stack.Queue(mapping.Settings.QueueArn)))
        {
            Demand(function, request);
        }

        _host.Sqs.AddEventSourceMapping(mapping.Settings);
    }

    private void Invoked(string functionName)
    {
        if (Stack.Functions.FirstOrDefault(one => one.Name == functionName) is not { } function)
        {
            return;
        }

        foreach (var request in LambdaRoleUse.WhenInvoked(function).Where(request => !Guard.AskForLambda(function, request).IsAllowed))
        {
            _refusals.Enqueue(Refusal(request));
        }
    }

    private void Demand(FunctionResource function, IamRequest request)
    {
        if (!Guard.AskForLambda(function, request).IsAllowed)
        {
            throw new TemplateException($"{function.LogicalId}: {Refusal(request)}");
        }
    }

    private static string Refusal(IamRequest request)
    {
        var parts = request.Action.Split(':');
        return $"The provided execution role does not have permissions to call {parts[1]} on {parts[0].ToUpperInvariant()}";
    }

    private static bool IsQueue(string arn) => arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);
}
