namespace RotationLambdas.EcsRedeployment.Tests.Planning;

/// <summary>Services and changes to plan with. The secret `db` changed at <see cref="Changed"/>; other times count from there.</summary>
internal static class Given
{
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123";
    public const string VersionId = "9d4cb84b-ad69-40c0-a0ab-cead36b967e8";
    public static readonly Location Home = new("aws", "eu-west-1", "123456789012");
    public static readonly DateTimeOffset Changed = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Before = Changed.AddHours(-1);
    public static readonly DateTimeOffset After = Changed.AddSeconds(30);

    public static Change Change(ChangeTime? time = null, string label = "AWSCURRENT") =>
        ChangeOf("db-AbC123", "db", new Dictionary<string, ChangeTime> { [label] = time ?? ChangeTime.Certain(Changed) });

    public static Change ChangeOf(string id, string name, IReadOnlyDictionary<string, ChangeTime>? labels = null) => new(
        $"arn:aws:secretsmanager:eu-west-1:123456789012:secret:{id}",
        [new SourceKey(SourceKind.SecretByArn, Home, id), new SourceKey(SourceKind.SecretByName, Home, name)],
        labels ?? new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = ChangeTime.Certain(Changed) });

    public static SecretReference Reference(string text = SecretArn, ReferencePlace place = ReferencePlace.ContainerSecret) =>
        new ReferenceReader(Home).Read(text, place, "app").Reference!;

    public static ServiceUnit Unit(DateTimeOffset createdAt, params IReadOnlyList<SecretReference> references) => new()
    {
        Id = $"ecs-svc/{createdAt.ToUnixTimeSeconds()}",
        IsPrimary = true,
        TaskDefinition = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
        CreatedAt = createdAt,
        UpdatedAt = createdAt,
        Rollout = RolloutState.Completed,
        TaskCount = 2,
        References = references,
    };

    public static ServiceSnapshot Service(params IReadOnlyList<ServiceUnit> units) => new()
    {
        Arn = "arn:aws:ecs:eu-west-1:123456789012:service/blue/web",
        Cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/blue",
        Name = "web",
        DesiredCount = 2,
        Units = units,
    };

    public static TaskSnapshot Task(string id, DateTimeOffset createdAt, ServiceUnit unit) =>
        new($"arn:aws:ecs:eu-west-1:123456789012:task/blue/{id}", createdAt, unit.Id, unit.TaskDefinition);

    /// <summary>A service whose one deployment is older than the change of the secret that it refers to.</summary>
    public static ServiceSnapshot Stale(params IReadOnlyList<SecretReference> references) =>
        Service(Unit(Before, references.Count == 0 ? [Reference()] : references));

    public static PastDeployment Failed(DateTimeOffset at, EndCause cause = EndCause.CircuitBreaker) =>
        new(at, PastDeploymentState.RolledBack, cause);

    public static ServicePlan? Plan(this Planner planner, ServiceSnapshot service, IReadOnlyCollection<Change> changes) =>
        planner.Plan(service, changes, Changed.AddMinutes(1));
}
