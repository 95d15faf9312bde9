namespace Amazon.ECS.Model;

/// <summary><c>ContainerDefinition</c> of the Amazon ECS API reference.</summary>
public class ContainerDefinition
{
    public List<string> Command { get; set; }
    public int? Cpu { get; set; }
    public List<string> CredentialSpecs { get; set; }
    public List<ContainerDependency> DependsOn { get; set; }
    public bool? DisableNetworking { get; set; }
    public List<string> DnsSearchDomains { get; set; }
    public List<string> DnsServers { get; set; }
    public Dictionary<string, string> DockerLabels { get; set; }
    public List<string> DockerSecurityOptions { get; set; }
    public List<string> EntryPoint { get; set; }
    public List<KeyValuePair> Environment { get; set; }
    public List<EnvironmentFile> EnvironmentFiles { get; set; }
    public bool? Essential { get; set; }
    public List<HostEntry> ExtraHosts { get; set; }
    public FirelensConfiguration FirelensConfiguration { get; set; }
    public HealthCheck HealthCheck { get; set; }
    public string Hostname { get; set; }
    public string Image { get; set; }
    public bool? Interactive { get; set; }
    public List<string> Links { get; set; }
    public LinuxParameters LinuxParameters { get; set; }
    public LogConfiguration LogConfiguration { get; set; }
    public int? Memory { get; set; }
    public int? MemoryReservation { get; set; }
    public List<MountPoint> MountPoints { get; set; }
    public string Name { get; set; }
    public List<PortMapping> PortMappings { get; set; }
    public bool? Privileged { get; set; }
    public bool? PseudoTerminal { get; set; }
    public bool? ReadonlyRootFilesystem { get; set; }
    public RepositoryCredentials RepositoryCredentials { get; set; }
    public List<ResourceRequirement> ResourceRequirements { get; set; }
    public ContainerRestartPolicy RestartPolicy { get; set; }
    public List<Secret> Secrets { get; set; }
    public int? StartTimeout { get; set; }
    public int? StopTimeout { get; set; }
    public List<SystemControl> SystemControls { get; set; }
    public List<Ulimit> Ulimits { get; set; }
    public string User { get; set; }
    public VersionConsistency VersionConsistency { get; set; }
    public List<VolumeFrom> VolumesFrom { get; set; }
    public string WorkingDirectory { get; set; }

    internal static ContainerDefinition Read(JsonElement json) => new()
    {
        Command = json.Texts("command"),
        Cpu = json.Int("cpu"),
        CredentialSpecs = json.Texts("credentialSpecs"),
        DependsOn = json.List("dependsOn", ContainerDependency.Read),
        DisableNetworking = json.Flag("disableNetworking"),
        DnsSearchDomains = json.Texts("dnsSearchDomains"),
        DnsServers = json.Texts("dnsServers"),
        DockerLabels = json.Map("dockerLabels"),
        DockerSecurityOptions = json.Texts("dockerSecurityOptions"),
        EntryPoint = json.Texts("entryPoint"),
        Environment = json.List("environment", KeyValuePair.Read),
        EnvironmentFiles = json.List("environmentFiles", EnvironmentFile.Read),
        Essential = json.Flag("essential"),
        ExtraHosts = json.List("extraHosts", HostEntry.Read),
        FirelensConfiguration = json.Object("firelensConfiguration", FirelensConfiguration.Read),
        HealthCheck = json.Object("healthCheck", HealthCheck.Read),
        Hostname = json.Text("hostname"),
        Image = json.Text("image"),
        Interactive = json.Flag("interactive"),
        Links = json.Texts("links"),
        LinuxParameters = json.Object("linuxParameters", LinuxParameters.Read),
        LogConfiguration = json.Object("logConfiguration", LogConfiguration.Read),
        Memory = json.Int("memory"),
        MemoryReservation = json.Int("memoryReservation"),
        MountPoints = json.List("mountPoints", MountPoint.Read),
        Name = json.Text("name"),
        PortMappings = json.List("portMappings", PortMapping.Read),
        Privileged = json.Flag("privileged"),
        PseudoTerminal = json.Flag("pseudoTerminal"),
        ReadonlyRootFilesystem = json.Flag("readonlyRootFilesystem"),
        RepositoryCredentials = json.Object("repositoryCredentials", RepositoryCredentials.Read),
        ResourceRequirements = json.List("resourceRequirements", ResourceRequirement.Read),
        RestartPolicy = json.Object("restartPolicy", ContainerRestartPolicy.Read),
        Secrets = json.List("secrets", Secret.Read),
        StartTimeout = json.Int("startTimeout"),
        StopTimeout = json.Int("stopTimeout"),
        SystemControls = json.List("systemControls", SystemControl.Read),
        Ulimits = json.List("ulimits", Ulimit.Read),
        User = json.Text("user"),
        VersionConsistency = json.Text("versionConsistency"),
        VolumesFrom = json.List("volumesFrom", VolumeFrom.Read),
        WorkingDirectory = json.Text("workingDirectory"),
    };
}
