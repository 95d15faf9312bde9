namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>Settings of a service that the sandbox only stores: network, load balancers, placement and so on.</summary>
internal static class ServiceOptions
{
    /// <summary>Those whose change begins a deployment (ECS API Reference, "UpdateService").</summary>
    private static readonly string[] Deploying =
    [
        "networkConfiguration", "platformVersion", "capacityProviderStrategy", "loadBalancers", "serviceRegistries",
            "serviceConnectConfiguration", "volumeConfigurations",
        "vpcLatticeConfigurations",
    ];

    private static readonly string[] Others =
    [
        "launchType", "placementConstraints", "placementStrategy", "healthCheckGracePeriodSeconds", "enableECSManagedTags", "propagateTags",
            "enableExecuteCommand",
        "availabilityZoneRebalancing",
    ];

    public static JsonObject Read(JsonObject input) =>
        new JsonObject().With(input.Where(static member => Deploying.Concat(Others).Contains(member.Key))).WithoutNulls();

    public static bool BeginDeployment(JsonObject current, JsonObject given) =>
        Deploying.Any(name => given[name] is { } value && !JsonNode.DeepEquals(value, current[name]));
}
