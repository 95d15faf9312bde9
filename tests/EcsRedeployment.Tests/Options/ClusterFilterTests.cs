namespace RotationLambdas.EcsRedeployment.Tests.Options;

public sealed class ClusterFilterTests
{
    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("blue", "blue", true)]
    [InlineData("blue", "blue-2", false)]
    [InlineData("blue", "Blue", false)]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/blue", "blue", true)]
    [InlineData("prod-*", "prod-web", true)]
    [InlineData("prod-*", "preprod-web", false)]
    [InlineData("prod-*,!prod-batch", "prod-batch", false)]
    [InlineData("!test-*", "prod", true)]
    [InlineData("!test-*", "test-1", false)]
    [InlineData("prod-?", "prod-1", true)]
    public void A_cluster_is_chosen_by_name_or_ARN(string patterns, string cluster, bool isIncluded) =>
        ClusterFilter.Read(patterns)!.Includes($"arn:aws:ecs:eu-west-1:123456789012:cluster/{cluster}").ShouldBe(isIncluded);

    [Theory]
    [InlineData("blue,green", true)]
    [InlineData("blue,gr*", false)]
    [InlineData("blue,!green", false)]
    [InlineData("", false)]
    public void Clusters_that_are_all_named_need_not_be_listed(string patterns, bool named) =>
        (ClusterFilter.Read(patterns)!.Named is not null).ShouldBe(named);
}
