using static RotationLambdas.EcsRedeployment.Tests.Planning.Given;

namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ChangeTimeTests
{
    [Fact]
    public void Of_two_times_the_later_counts_in_either_respect()
    {
        var known = new ChangeTime(Changed.AddHours(1), Changed.AddHours(2));
        var possible = new ChangeTime(Changed, Changed.AddHours(3));
        var both = new ChangeTime(Changed.AddHours(1), Changed.AddHours(3));

        known.Or(possible).ShouldBe(both);
        possible.Or(known).ShouldBe(both);
    }

    [Fact]
    public void A_certain_time_leaves_no_doubt() => ChangeTime.Certain(Changed).ShouldBe(new ChangeTime(Changed, Changed));
}
