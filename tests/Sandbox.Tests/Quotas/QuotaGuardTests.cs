using Microsoft.Extensions.Time.Testing;
using RotationLambdas.Sandbox.Quotas;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Tests.Quotas;

public sealed class QuotaGuardTests
{
    private static readonly ApiQuota Reading = new("reading", "shop", ["Look", "List"], Burst: 3, PerSecond: 2);

    private readonly FakeTimeProvider _clock = new(TestTime.Start);

    [Fact]
    public void Throttles_the_call_after_the_burst()
    {
        var guard = new QuotaGuard([Reading], _clock);

        Passed(guard, "Look", 5).ShouldBe(3);
        guard.Throttled["reading"].ShouldBe(2);
    }

    [Fact]
    public void A_throttled_call_gets_the_error_that_the_services_give()
    {
        var guard = new QuotaGuard([Reading with { Burst = 1 }], _clock);
        guard.Authorize(Call("Look"));

        var error = Should.Throw<AwsServiceException>(() => guard.Authorize(Call("Look")));

        (error.Code, error.Message, error.Status).ShouldBe(("ThrottlingException", "Rate exceeded", 400));
    }

    [Fact]
    public void Operations_of_one_quota_share_its_bucket()
    {
        var guard = new QuotaGuard([Reading], _clock);
        Passed(guard, "Look", 3);

        Passed(guard, "List", 1).ShouldBe(0);
    }

    [Fact]
    public void Tokens_come_back_with_time_and_never_beyond_the_burst()
    {
        var guard = new QuotaGuard([Reading], _clock);
        Passed(guard, "Look", 3);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Passed(guard, "Look", 5).ShouldBe(2);

        _clock.Advance(TimeSpan.FromHours(1));
        Passed(guard, "Look", 5).ShouldBe(3);
    }

    [Fact]
    public void Operations_and_services_without_a_quota_pass()
    {
        var guard = new QuotaGuard([Reading], _clock);

        Passed(guard, "Buy", 10).ShouldBe(10);
        Passed(guard, "Look", 10, "warehouse").ShouldBe(10);
    }

    [Fact]
    public void The_defaults_name_every_operation_once() =>
        Should.NotThrow(() => new QuotaGuard(ApiQuotas.Defaults, _clock));

    private static int Passed(QuotaGuard guard, string operation, int calls, string service = "shop")
    {
        var passed = 0;
        for (var i = 0; i < calls; i++)
        {
            try
            {
                guard.Authorize(Call(operation, service));
                passed++;
            }
            catch (AwsServiceException)
            {
                // Throttled: not counted.
            }
        }

        return passed;
    }

    private static AwsCall Call(string operation, string service = "shop") =>
        new(service, operation, [], new Caller("AKIA", null, "arn:aws:iam::123456789012:root"), CancellationToken.None);
}
