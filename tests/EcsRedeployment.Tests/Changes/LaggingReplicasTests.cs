namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class LaggingReplicasTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly FakeSecrets _secrets = new();

    [Fact]
    public async Task Ten_replicas_that_lag_are_waited_for_together_and_last()
    {
        var here = _secrets.Add("db", Noon.AddSeconds(-10));
        List<Delivery> deliveries = [.. Enumerable.Range(0, 10).Select(Elsewhere), Of(here.ARN)];

        var reading = new ChangeReader(new SecretCalls(_secrets), new RedeploymentOptions(), "eu-west-1", _clock)
            .ReadAsync(deliveries, CancellationToken.None);
        for (var waits = 0; !reading.IsCompleted; waits++)
        {
            waits.ShouldBeLessThan(40);
            await Task.Delay(20);
            _clock.Advance(Step);
        }

        (await reading).Problems.Count.ShouldBe(10);
        (await reading).Changes.ShouldContain(origin => origin.Change.Arn == here.ARN);
        _secrets.Calls.First().Subject.ShouldBe(here.ARN);
    }

    private Delivery Elsewhere(int number)
    {
        var replica = _secrets.Add($"replica{number}", Noon.AddSeconds(-10));
        return Of(replica.ARN.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal));
    }

    private static Delivery Of(string arn) =>
        new("m", 1, new SecretChange(arn, "AWSCURRENT", "not-here-yet", Noon.AddSeconds(-10)));
}
