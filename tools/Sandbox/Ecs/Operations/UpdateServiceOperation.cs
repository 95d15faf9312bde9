namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>UpdateService: a new deployment when it is forced or when what tasks are made of changes; otherwise only the numbers change.
/// Called under the state's lock.</summary>
internal sealed class UpdateServiceOperation(Lookup lookup, EcsArn arns, DeploymentEngine engine, EcsSettings settings)
{
    public JsonObject Call(JsonObject input, DateTimeOffset now)
    {
        var service = lookup.RequiredService(input);
        RefuseForeignController(service, input);
        var current = service.Primary?.TaskDefinition;
        var definition = input.Text("taskDefinition") is { } text ? lookup.Launchable(text) : current;
        var given = ServiceOptions.Read(input);
        var deploys = input.Flag("forceNewDeployment") == true || definition != current
            || ServiceOptions.BeginDeployment(service.Options, given);
        if (deploys && definition is { Status: "INACTIVE" })
        {
            // ECS Developer Guide, "Deregistering an Amazon ECS task definition revision": existing services go on and may be scaled.
            throw EcsErrors.Client("TaskDefinition is inactive");
        }

        var options = service.Options.DeepClone().AsObject().With(given);
        var before = ServiceJson.Of(service, arns, tags: true);
        var (desired, configuration) = (service.DesiredCount, service.Configuration);
        service.DesiredCount = input.Number("desiredCount") ?? desired;
        service.Configuration = configuration.With(input.Object("deploymentConfiguration"));
        try
        {
            Apply(service, deploys ? definition : null, options, now);
        }
        catch (AwsServiceException)
        {
            // Refused as a whole.
            (service.DesiredCount, service.Configuration) = (desired, configuration);
            throw;
        }

        service.Before = deploys ? (before, now + settings.VisibleAfter) : service.Before;
        return new JsonObject { ["service"] = ServiceJson.Of(service, arns, tags: false) };
    }

    private void Apply(Service service, TaskDefinition? deployed, JsonObject options, DateTimeOffset now)
    {
        if (deployed is not null)
        {
            _ = engine.Begin(service, deployed, options.DeepClone().AsObject(), now);
        }
        else
        {
            engine.Reconcile(service, now);
        }

        service.Options = options;
    }

    private static void RefuseForeignController(Service service, JsonObject input)
    {
        if (service.Controller == "CODE_DEPLOY")
        {
            (string Member, string What)[] refused = [
                ("taskDefinition", "update task definition"), ("networkConfiguration", "update network parameters"), (
                "loadBalancers", "update load balancers")];
            foreach (var (member, what) in refused)
            {
                if (input[member] is not null)
                {
                    throw EcsErrors.InvalidParameter(
                        $"Unable to {what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new "
                            + "deployment.");
                }
            }

            if (input.Flag("forceNewDeployment") == true)
            {
                throw EcsErrors.InvalidParameter(
                    "Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a "
                        + "new deployment.");
            }
        }

        // "a EXTERNAL": pipe-cd/pipecd issue 6384.
        if (service.Controller == "EXTERNAL" && (input.Flag("forceNewDeployment") == true || input["taskDefinition"] is not null))
        {
            throw EcsErrors.InvalidParameter("Cannot force a new deployment on services with a EXTERNAL deployment controller.");
        }
    }
}
