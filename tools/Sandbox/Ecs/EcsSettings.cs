namespace RotationLambdas.Sandbox.Ecs;

/// <summary>How fast the sandbox's ECS is, by the sandbox's clock.</summary>
public sealed record EcsSettings
{
    /// <summary>How long a task is PROVISIONING. Default 200 ms.</summary>
    public TimeSpan ProvisioningTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a simulated task is PENDING. A real one is until its containers are ready. Default 300 ms.</summary>
    public TimeSpan PendingTime { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a simulated task is STOPPING. A real one is until its containers have ended. Default 200 ms.</summary>
    public TimeSpan StoppingTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a container may take to end after SIGTERM when its definition has no stopTimeout. Default 30 s, as on
    /// Fargate.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after a task failed to start; it doubles with every further failure, up to 15 minutes. Default 1 s.</summary>
    public TimeSpan StartRetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long DescribeServices shows a service as it was before a deployment began. "The Amazon ECS API follows an eventual
    /// consistency model" (ECS API Reference, "RunTask") without a figure. Default: not at all.</summary>
    public TimeSpan VisibleAfter { get; init; }

    /// <summary>How long a stopped task can be described. Default an hour, as in ECS.</summary>
    public TimeSpan StoppedTaskRetention { get; init; } = TimeSpan.FromHours(1);
}
