using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Views;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A service: how many tasks of what there shall be, its deployments and its tasks.</summary>
/// <param name="cluster">Where it runs.</param>
/// <param name="name">Its name.</param>
/// <param name="arn">Its ARN.</param>
/// <param name="createdAt">When it was made.</param>
internal sealed class Service(Cluster cluster, string name, string arn, DateTimeOffset createdAt)
{
    private const int MostEvents = 100;

    public Cluster Cluster { get; } = cluster;

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>ACTIVE, DRAINING or INACTIVE.</summary>
    public string Status { get; set; } = "ACTIVE";

    /// <summary>ECS, CODE_DEPLOY or EXTERNAL.</summary>
    public string Controller { get; init; } = "ECS";

    /// <summary>Whether it runs one task an instance instead of <see cref="DesiredCount"/>.</summary>
    public bool IsDaemon { get; init; }

    public int DesiredCount { get; set; }

    public DeploymentConfiguration Configuration { get; set; } = DeploymentConfiguration.Replica;

    /// <summary>All that was asked for and has no meaning here: network, load balancers, placement and so on, to be told again.</summary>
    public JsonObject Options { get; set; } = [];

    public Tags Tags { get; } = new();

    /// <summary>The primary one first, then those being replaced, the youngest first.</summary>
    public List<Deployment> Deployments { get; } = [];

    /// <summary>Every deployment there was, the youngest first.</summary>
    public List<Deployment> History { get; } = [];

    /// <summary>Tasks that are not STOPPED.</summary>
    public List<EcsTask> Tasks { get; } = [];

    /// <summary>The latest first.</summary>
    public LinkedList<ServiceEvent> Events { get; } = [];

    /// <summary>Before this, no task is started: the last ones failed.</summary>
    public DateTimeOffset NextStart { get; set; }

    /// <summary>When the service is looked at again for <see cref="NextStart"/>.</summary>
    public DateTimeOffset RetryAt { get; set; }

    /// <summary>Whether it was told that the service is steady, and nothing changed since.</summary>
    public bool IsSteady { get; set; }

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
