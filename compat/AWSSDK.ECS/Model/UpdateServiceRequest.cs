namespace Amazon.ECS.Model;

/// <summary>What <c>UpdateService</c> is asked with.</summary>
public class UpdateServiceRequest : AmazonECSRequest
{
    public AvailabilityZoneRebalancing AvailabilityZoneRebalancing { get; set; }
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }
    public string Cluster { get; set; }
    public DeploymentConfiguration DeploymentConfiguration { get; set; }
    public DeploymentController DeploymentController { get; set; }
    public int? DesiredCount { get; set; }
    public bool? EnableECSManagedTags { get; set; }
    public bool? EnableExecuteCommand { get; set; }
    public bool? ForceNewDeployment { get; set; }
    public int? HealthCheckGracePeriodSeconds { get; set; }
    public List<LoadBalancer> LoadBalancers { get; set; }
    public MonitoringConfiguration Monitoring { get; set; }
    public NetworkConfiguration NetworkConfiguration { get; set; }
    public List<PlacementConstraint> PlacementConstraints { get; set; }
    public List<PlacementStrategy> PlacementStrategy { get; set; }
    public string PlatformVersion { get; set; }
    public PropagateTags PropagateTags { get; set; }
    public string Service { get; set; }
    public ServiceConnectConfiguration ServiceConnectConfiguration { get; set; }
    public List<ServiceRegistry> ServiceRegistries { get; set; }
    public string TaskDefinition { get; set; }
    public List<ServiceVolumeConfiguration> VolumeConfigurations { get; set; }
    public List<VpcLatticeConfiguration> VpcLatticeConfigurations { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("availabilityZoneRebalancing", AvailabilityZoneRebalancing?.Value);
        json.List("capacityProviderStrategy", CapacityProviderStrategy, (item, to) => item.Write(to));
        json.Text("cluster", Cluster);
        json.Object("deploymentConfiguration", DeploymentConfiguration, (item, to) => item.Write(to));
        json.Object("deploymentController", DeploymentController, (item, to) => item.Write(to));
        json.Number("desiredCount", DesiredCount);
        json.Flag("enableECSManagedTags", EnableECSManagedTags);
        json.Flag("enableExecuteCommand", EnableExecuteCommand);
        json.Flag("forceNewDeployment", ForceNewDeployment);
        json.Number("healthCheckGracePeriodSeconds", HealthCheckGracePeriodSeconds);
        json.List("loadBalancers", LoadBalancers, (item, to) => item.Write(to));
        json.Object("monitoring", Monitoring, (item, to) => item.Write(to));
        json.Object("networkConfiguration", NetworkConfiguration, (item, to) => item.Write(to));
        json.List("placementConstraints", PlacementConstraints, (item, to) => item.Write(to));
        json.List("placementStrategy", PlacementStrategy, (item, to) => item.Write(to));
        json.Text("platformVersion", PlatformVersion);
        json.Text("propagateTags", PropagateTags?.Value);
        json.Text("service", Service);
        json.Object("serviceConnectConfiguration", ServiceConnectConfiguration, (item, to) => item.Write(to));
        json.List("serviceRegistries", ServiceRegistries, (item, to) => item.Write(to));
        json.Text("taskDefinition", TaskDefinition);
        json.List("volumeConfigurations", VolumeConfigurations, (item, to) => item.Write(to));
        json.List("vpcLatticeConfigurations", VpcLatticeConfigurations, (item, to) => item.Write(to));
    }
}
