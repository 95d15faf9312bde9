namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class ScanInPartsTests : IDisposable
{
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(360);
    private readonly EagerClock _clock = new(Noon);
    private readonly FakeEcs _ecs;
    private readonly List<EcsCalls> _calls = [];

    public ScanInPartsTests() => _ecs = new FakeEcs(_clock);

    public void Dispose()
    {
        _calls.ForEach(calls => calls.Dispose());
        _ecs.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    public async Task Twelve_thousand_definitions_are_read_within_three_invocations(int clusters)
    {
        Fill(12_000, clusters);

        var parts = await ScanAsync(Part, newProcess: false);

        ShouldRespectDocumentedRates();
        parts.Count.ShouldBeInRange(2, 3);
        parts.SelectMany(scan => scan.Services).Select(service => service.Arn).Distinct().Count().ShouldBe(12_000);
        parts.Sum(scan => scan.Seen).ShouldBe(12_000);
        _ecs.CountOf("DescribeServices").ShouldBe(1200);
        _ecs.CountOf("DescribeTaskDefinition").ShouldBe(12_000);
        _ecs.CountOf("ListServices").ShouldBe(clusters == 1 ? 120 : clusters);
    }

    [Fact]
    public async Task Each_part_of_a_cold_scan_ends_within_its_invocation()
    {
        Fill(12_000, 40);
        var started = _clock.GetUtcNow();
        var scan = await Scanner().ScanAsync(_ => true, null, started + Part, CancellationToken.None);

        scan.Next.ShouldNotBeNull();
        (_clock.GetUtcNow() - started).ShouldBeLessThan(TimeSpan.FromSeconds(480));
    }

    [Fact]
    public async Task Every_part_makes_progress_even_without_time()
    {
        Fill(450, 2);

        var parts = await ScanAsync(TimeSpan.Zero, newProcess: true);

        parts.Count.ShouldBeLessThan(8);
        parts.Sum(scan => scan.Seen).ShouldBe(450);
        parts.SkipLast(1).ShouldAllBe(scan => !scan.IsComplete);
        parts[^1].IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_expired_restarts_its_cluster()
    {
        Fill(250, 1);
        var first = await Scanner().ScanAsync(_ => true, null, _clock.GetUtcNow(), CancellationToken.None);
        var page = first.Next!.Unfinished.ShouldHaveSingleItem();
        var expired = new ScanCursor(first.Next.After, [page with { Token = "expired" }]);

        var rest = await Scanner().ScanAsync(_ => true, expired, DateTimeOffset.MaxValue, CancellationToken.None);

        rest.IsComplete.ShouldBeTrue();
        rest.Seen.ShouldBe(250);
    }

    [Fact]
    public async Task A_list_that_fails_for_the_moment_is_left_to_the_next_part()
    {
        Fill(250, 2);
        _ecs.Before = Refusing("ListServices", FakeEcs.Throttled(), "/c000");
        var first = await Scanner().ScanAsync(_ => true, null, _clock.GetUtcNow() + Part, CancellationToken.None);
        _ecs.Before = (_, _) => { };

        first.Seen.ShouldBe(125);
        var rest = await Scanner().ScanAsync(_ => true, first.Next, _clock.GetUtcNow() + Part, CancellationToken.None);

        rest.IsComplete.ShouldBeTrue();
        rest.Seen.ShouldBe(125);
    }

    /// <summary>Burst and refill per second (Amazon ECS API Reference, "Request throttling for the Amazon ECS API"): 100 and 20 for
    /// services, 50 and 20 for task definitions.</summary>
    private void ShouldRespectDocumentedRates()
    {
        var seconds = (_clock.GetUtcNow() - Noon).TotalSeconds;
        ((double)_ecs.CountOf("DescribeServices") + _ecs.CountOf("ListServices")).ShouldBeLessThanOrEqualTo(100 + (20 * seconds));
        ((double)_ecs.CountOf("DescribeTaskDefinition")).ShouldBeLessThanOrEqualTo(50 + (20 * seconds));
    }

    private async Task<List<Scan>> ScanAsync(TimeSpan time, bool newProcess)
    {
        var parts = new List<Scan>();
        var scanner = Scanner();
        do
        {
            scanner = newProcess ? Scanner() : scanner;
            parts.Add(await scanner.ScanAsync(_ => true, parts.LastOrDefault()?.Next, _clock.GetUtcNow() + time, CancellationToken.None));
        }
        while (parts[^1].Next is not null && parts.Count < 20);

        return parts;
    }

    private void Fill(int services, int clusters)
    {
        for (var i = 0; i < services; i++)
        {
            _ecs.Add(
                $"c{i % clusters:000}", $"s{i}", _ecs.Define($"d{i}", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123"),
                Yesterday);
        }
    }

    private ServiceScanner Scanner()
    {
        var options = new RedeploymentOptions();
        var calls = new EcsCalls(_ecs, _ecs, options, _clock);
        _calls.Add(calls);
        return new ServiceScanner(calls, new ServiceReader(new TaskDefinitionCache(calls)), options, _clock);
    }
}
