namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>CreateService, ListServices and DescribeServices. Called under the state's lock.</summary>
internal sealed class ServiceOperations(EcsState state, Lookup lookup, EcsArn arns, DeploymentEngine engine)
{
    public JsonObject Create(JsonObject input, DateTimeOffset now, string caller)
    {
        var cluster = lookup.Cluster(input);
        var name = Lookup.Required(input, "serviceName", "Service name cannot be empty.");
        if (cluster.Services.ContainsKey(name))
        {
            throw EcsErrors.InvalidParameter("Creation of service was not idempotent.");
        }

        var controller = input.Object("deploymentController")?.Text("type") ?? "ECS";
        var daemon = input.Text("schedulingStrategy") == "DAEMON";
        if (daemon && controller != "ECS")
        {
            throw EcsErrors.InvalidParameter(
                $"The scheduling strategy DAEMON is not supported with the {controller} deployment controller.");
        }

        var definition = input.Text("taskDefinition") is { } text ? lookup.Launchable(text)
            : controller == "EXTERNAL" ? null : throw EcsErrors.InvalidParameter("TaskDefinition cannot be blank.");
        var service = new Service(cluster, name, arns.Service(cluster.Name, name), now)
        {
            Controller = controller,
            IsDaemon = daemon,
            DesiredCount = daemon ? 0 : input.Number("desiredCount") ?? 0,
            Configuration = (daemon ? DeploymentConfiguration.Daemon : DeploymentConfiguration.Replica)
                .With(input.Object("deploymentConfiguration")),
            Options = ServiceOptions.Read(input),
        };
        service.Options["createdBy"] = caller;
        if (input["capacityProviderStrategy"] is null)
        {
            service.Options["launchType"] ??= "EC2";
        }

        _ = service.Tags.Put(input);
        cluster.Services[name] = service;
        // Tasks of an EXTERNAL service come with task sets only.
        if (definition is not null && controller != "EXTERNAL")
        {
            _ = engine.Begin(service, definition, service.Options.DeepClone().AsObject(), now);
        }

        return new JsonObject { ["service"] = ServiceJson.Of(service, arns, tags: true) };
    }

    /// <summary>TagResource, of services only.</summary>
    public JsonObject Tag(JsonObject input)
    {
        var arn = Lookup.Required(input, "resourceArn", "The resourceArn cannot be empty.");
        var service = EcsArn.ClusterIn(arn) is { } cluster ? Lookup.Service(lookup.Cluster(cluster), arn) : null;
        _ = (service ?? throw EcsErrors.ServiceNotFound()).Tags.Put(input);
        return [];
    }

    public JsonObject List(JsonObject input)
    {
        var launchType = input.Text("launchType");
        var strategy = input.Text("schedulingStrategy");
        var services = lookup.Cluster(input).Services.Values.Where(service =>
            (launchType is null || (string?)service.Options["launchType"] == launchType)
            && (strategy is null || service.IsDaemon == (strategy == "DAEMON")));
        return PagedList.Of([.. services], input, most: 100, usual: 10, "serviceArns", static service => service.Arn);
    }

    public JsonObject Describe(JsonObject input, DateTimeOffset now)
    {
        var cluster = lookup.Cluster(input);
        var names = Lookup.Names(input, "services", "Services", most: 10);
        var tags = input.Texts("include").Contains("TAGS");
        return Lookup.Described(names, "services", name => arns.Service(cluster.Name, EcsArn.Name(name)), name =>
            Lookup.Service(cluster, name) is not { } service ? null
            : service.Before is var (json, until) && now < until ? json.DeepClone() : ServiceJson.Of(service, arns, tags));
    }

    public Task WhenSteady()
    {
        if (state.Unsettled.Count == 0)
        {
            return Task.CompletedTask;
        }

        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        state.SettledWaiters.Add(waiter);
        return waiter.Task;
    }
}
