using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>What a service is told and the sandbox only keeps: network, load balancers, placement and so on.</summary>
internal static class ServiceOptions
{
    /// <summary>Those whose change begins a deployment (ECS API Reference, "UpdateService").</summary>
    private static readonly string[] Deploying =
    [
        "networkConfiguration", "platformVersion", "capacityProviderStrategy", "loadBalancers", "serviceRegistries", "serviceConnectConfiguration", "volumeConfigurations",
        "vpcLatticeConfigurations",
    ];

    private static readonly string[] Others =
    [
        "launchType", "placementConstraints", "placementStrategy", "healthCheckGracePeriodSeconds", "enableECSManagedTags", "propagateTags", "enableExecuteCommand",
        "availabilityZoneRebalancing",
    ];

    /// <summary>Reads the options of a request.</summary>
    /// <param name="input">The request.</param>
    /// <returns>Those that it has.</returns>
    public static JsonObject Read(JsonObject input)
    {
        var options = new JsonObject();
        foreach (var name in Deploying.Concat(Others))
        {
            if (input[name] is { } value)
            {
                options[name] = value.DeepClone();
            }
        }

        return options;
    }

    /// <summary>Which of the options of a request change what new tasks are made of.</summary>
    /// <param name="current">The service's options.</param>
    /// <param name="given">The request's.</param>
    /// <returns>Whether any does.</returns>
    public static bool BeginDeployment(JsonObject current, JsonObject given) =>
        Deploying.Any(name => given[name] is { } value && !JsonNode.DeepEquals(value, current[name]));
}
