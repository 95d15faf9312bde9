using System.Net;
using Amazon.ECS;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Rollout;

namespace RotationLambdas.EcsRedeployment.Tests.Rollout;

public sealed class UpdateRetryTests
{
    private static readonly AmazonECSException Throttled = new("Rate exceeded", ErrorType.Sender, "ThrottlingException", "r", HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(7, 8)]
    public void Pauses_double_up_to_eight_seconds(int attempt, double seconds) => UpdateRetry.PauseAfter(attempt).TotalSeconds.ShouldBe(seconds);

    [Theory]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_call_is_made_eight_times_at_most(int attempt, bool isLeft) => UpdateRetry.IsLeft(attempt, Throttled).ShouldBe(isLeft);

    [Fact]
    public void What_is_refused_for_good_is_not_tried_again() => UpdateRetry.IsLeft(1, new InvalidOperationException()).ShouldBeFalse();
}
