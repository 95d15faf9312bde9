namespace RotationLambdas.EcsRedeployment.Tests.Rollout;

/// <summary>Two processes, of one stack or of two, find the same stale service at the same time. Amazon ECS has no conditional
/// UpdateService, so a window remains between the last DescribeServices and UpdateService. docs/explanation/fleet-safety.md has its
/// length.</summary>
public sealed class TwoAtOnceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly AsyncLocal<string> _process = new();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Two_processes_deploy_a_service_once_outside_the_window(bool bothReadFirst, int deployments)
    {
        var fixture = new Fixture();
        fixture.Add();
        var change = fixture.RotateDb();
        using var bothRead = new Barrier(2);
        using var isBegun = new ManualResetEventSlim();
        var reads = new ConcurrentDictionary<string, int>();
        fixture.Ecs.Before = (operation, _) =>
        {
            if (operation == "UpdateService" && bothReadFirst)
            {
                bothRead.SignalAndWait(Limit).ShouldBeTrue();
            }
            else if (operation == "DescribeServices" && !bothReadFirst && _process.Value == "two"
                && reads.AddOrUpdate("two", 1, (_, n) => n + 1) == 2)
            {
                // Its scan found the service stale. Now it reads once more, right before UpdateService.
                isBegun.Wait(Limit).ShouldBeTrue();
            }
        };
        fixture.Ecs.After = On("UpdateService", isBegun.Set);

        await Task.WhenAll(RunAsync("one"), RunAsync("two"));

        fixture.Redeployed.Count.ShouldBe(deployments);

        Task RunAsync(string process) => Task.Run(async () =>
        {
            _process.Value = process;
            await InvokeAsync(fixture.NewHandler(), BatchOf(1, change.DeepClone()), fixture.Logger, fixture.RemainingTime);
        });
    }

    [Fact]
    public async Task Nothing_is_waited_for_between_the_last_look_and_UpdateService()
    {
        var fixture = new Fixture(new RedeploymentOptions { UpdatesPerSecond = 1 });
        var (read, waits) = (DateTimeOffset.MinValue, new List<TimeSpan>());
        fixture.Ecs.Before = (operation, _) =>
        {
            read = operation == "DescribeServices" ? fixture.Clock.GetUtcNow() : read;
            if (operation == "UpdateService")
            {
                waits.Add(fixture.Clock.GetUtcNow() - read);
            }
        };

        for (var i = 0; i < 4; i++)
        {
            var secret = fixture.Secrets.Add($"s{i}", Noon.AddYears(-1));
            fixture.Ecs.Add("blue", $"web{i}", fixture.Ecs.Define($"web{i}", secret.ARN), Yesterday);
            fixture.Secrets.Rotate(secret, Noon.AddMinutes(-1));
            await fixture.BatchAsync(LabelUpdated(secret.ARN, Noon.AddMinutes(-1)));
        }

        waits.ShouldBe(Enumerable.Repeat(TimeSpan.Zero, 4));
        fixture.Clock.Waited.ShouldBeGreaterThan(TimeSpan.FromSeconds(1), "the rate limiter has waited before the look");
    }
}
