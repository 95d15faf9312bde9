namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A service: how many tasks of what there shall be, its deployments and its tasks.</summary>
internal sealed class Service(Cluster cluster, string name, string arn, DateTimeOffset createdAt)
{
    private const int MostEvents = 100;

    public Cluster Cluster { get; } = cluster;

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Controller { get; init; } = "ECS";

    public bool IsDaemon { get; init; }

    public int DesiredCount { get; set; }

    public DeploymentConfiguration Configuration { get; set; } = DeploymentConfiguration.Replica;

    public JsonObject Options { get; set; } = [];

    public Tags Tags { get; } = new();

    public List<Deployment> Deployments { get; } = [];

    public List<Deployment> History { get; } = [];

    public List<EcsTask> Tasks { get; } = [];

    public LinkedList<ServiceEvent> Events { get; } = [];

    public DateTimeOffset NextStart { get; set; }

    public DateTimeOffset RetryAt { get; set; }

    public bool IsSteady { get; set; }

    /// <summary>What DescribeServices shows until a deployment becomes visible.</summary>
    public (JsonObject Json, DateTimeOffset Until)? Before { get; set; }

    public Deployment? Primary => Deployments.Count > 0 && Deployments[0].Status == "PRIMARY" ? Deployments[0] : null;

    public void Log(DateTimeOffset now, string text)
    {
        Events.AddFirst(new ServiceEvent(Guid.NewGuid().ToString(), now, $"(service {Name}) {text}"));
        if (Events.Count > MostEvents)
        {
            Events.RemoveLast();
        }
    }
}

internal sealed record ServiceEvent(string Id, DateTimeOffset CreatedAt, string Message);
