namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class TaskReaderTests : IDisposable
{
    private const string Blue = $"{FakeEcs.Home}:cluster/blue";
    private readonly EagerClock _clock = new(Noon);
    private readonly FakeEcs _ecs;
    private readonly EcsCalls _calls;
    private readonly TaskReader _reader;
    private readonly ServiceReader _services;

    public TaskReaderTests()
    {
        _ecs = new FakeEcs(_clock);
        _calls = new EcsCalls(_ecs, _ecs, new RedeploymentOptions(), _clock);
        var definitions = new TaskDefinitionCache(_calls);
        _reader = new TaskReader(_calls, definitions);
        _services = new ServiceReader(definitions);
    }

    public void Dispose()
    {
        _calls.Dispose();
        _ecs.Dispose();
    }

    [Fact]
    public async Task Four_thousand_services_in_doubt_are_read_by_their_cluster()
    {
        var services = await AddAsync(4000);

        var reading = await ReadAsync(services, []);

        reading.ByService.Count.ShouldBe(4000);
        reading.ByService.Values.ShouldAllBe(tasks => tasks.Count == 2);
        (_ecs.CountOf("ListTasks") + _ecs.CountOf("DescribeTasks")).ShouldBe(160);
        (_clock.GetUtcNow() - Noon).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_few_services_of_a_large_cluster_are_read_one_by_one()
    {
        var services = await AddAsync(500);

        var reading = await ReadAsync([.. services.Take(3)], [], new Dictionary<string, int> { [Blue] = 1000 });

        reading.ByService.Keys.ShouldBe(services.Take(3).Select(service => service.Key), ignoreOrder: true);
        _ecs.CountOf("ListTasks").ShouldBe(3);
    }

    [Fact]
    public async Task Standalone_tasks_with_a_wanted_reference_are_listed()
    {
        await AddAsync(1);
        AddTask("job", "family:nightly", "events-rule/nightly", _ecs.Define("nightly", SecretArn));
        AddTask("other", "family:other", null, _ecs.Define("other", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbC124"));

        var task = (await ReadAsync([], [Blue])).Standalone.ShouldHaveSingleItem();

        task.Arn.ShouldBe($"{FakeEcs.Home}:task/job");
        (task.Group, task.StartedBy, task.CreatedAt).ShouldBe(("family:nightly", "events-rule/nightly", Yesterday));
        task.References.ShouldHaveSingleItem().Source.Id.ShouldBe("db-AbC123");
    }

    [Fact]
    public async Task A_service_of_the_same_name_in_another_cluster_keeps_its_tasks()
    {
        var old = $"{FakeEcs.Home}:service/s0"; // The old format lacks the cluster.
        var blue = (await AddAsync(1))[0] with { Arn = old };
        var green = await _services.ReadAsync(_ecs.Add("green", "s0", _ecs.Define("web", SecretArn), Noon), CancellationToken.None);

        var reading = await ReadAsync([blue, green with { Arn = old }], [Blue]);

        reading.ByService[blue.Key].ShouldAllBe(task => task.CreatedAt == Yesterday);
        reading.ByService[$"{green.Cluster} {old}"].ShouldAllBe(task => task.CreatedAt == Noon);
    }

    [Fact]
    public async Task A_refused_cluster_is_reported_and_stops_no_other()
    {
        await AddAsync(1);
        var green = await _services.ReadAsync(_ecs.Add("green", "api", _ecs.Define("api", SecretArn), Yesterday), CancellationToken.None);
        _ecs.Before = Refusing("ListTasks", FakeEcs.Denied("ListTasks"), Blue);

        var reading = await ReadAsync([green], [Blue]);

        reading.ByService.Keys.ShouldBe([green.Key]);
        reading.Permanent.ShouldHaveSingleItem().ShouldContain("ecs:ListTasks");
        reading.Problems.ShouldBeEmpty();
    }

    private Task<TaskReading> ReadAsync(
        IReadOnlyCollection<ServiceSnapshot> services, IReadOnlyCollection<string> clusters, Dictionary<string, int>? counts = null) =>
        _reader.ReadAsync(services, clusters, counts ?? [], reference => reference.Source.Id == "db-AbC123", CancellationToken.None);

    private async Task<List<ServiceSnapshot>> AddAsync(int count)
    {
        var definition = _ecs.Define("web", SecretArn);
        var services = new List<ServiceSnapshot>();
        for (var i = 0; i < count; i++)
        {
            services.Add(await _services.ReadAsync(_ecs.Add("blue", $"s{i}", definition, Yesterday), CancellationToken.None));
        }

        return services;
    }

    private void AddTask(string id, string group, string? startedBy, string definition) => _ecs.Tasks.Add(new()
    {
        TaskArn = $"{FakeEcs.Home}:task/{id}",
        ClusterArn = Blue,
        Group = group,
        StartedBy = startedBy,
        TaskDefinitionArn = definition,
        CreatedAt = Yesterday.UtcDateTime,
        DesiredStatus = "RUNNING",
        LastStatus = "RUNNING",
    });
}
