using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.Sandbox.Tests.Faults;

public sealed class FaultPlanTests
{
    private readonly FaultPlan _plan = new();

    [Fact]
    public void A_rule_fires_once_by_default()
    {
        _plan.Add(new FaultRule { Action = FaultAction.Throttle });

        Injects(3).ShouldBe("x..");
    }

    [Fact]
    public void A_rule_injects_from_the_nth_call_on()
    {
        var rule = _plan.Add(new FaultRule { Action = FaultAction.Throttle, FromCall = 2, Times = 2 });

        Injects(5).ShouldBe(".xx..");
        rule.Fired.ShouldBe(2);
    }

    [Fact]
    public void A_lasting_rule_strikes_until_it_is_removed()
    {
        var rule = _plan.Add(new FaultRule { Action = FaultAction.DropBefore, Times = null });
        Injects(4).ShouldBe("xxxx");

        _plan.Remove(rule);

        Injects(2).ShouldBe("..");
    }

    [Theory]
    [InlineData("rotate", null, null, true)]
    [InlineData("administrator", null, null, false)]
    [InlineData(null, "secretsmanager", null, true)]
    [InlineData(null, "AmazonSQS", null, false)]
    [InlineData(null, null, "GetSecretValue", true)]
    [InlineData(null, null, "PutSecretValue", false)]
    public void A_rule_matches_only_what_it_names(string? caller, string? service, string? operation, bool injects)
    {
        _plan.Add(new FaultRule { Action = FaultAction.Throttle, Caller = caller, Service = service, Operation = operation });

        Injects(1).ShouldBe(injects ? "x" : ".");
    }

    private string Injects(int calls) => string.Concat(Enumerable.Range(0, calls).Select(_ => _plan.Inject(Call()) is null ? '.' : 'x'));

    private static AwsCall Call() =>
        new("secretsmanager", "GetSecretValue", [], new Caller("ASIA1", "rotate", "arn"), CancellationToken.None);
}
