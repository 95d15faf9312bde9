using Labels = RotationLambdas.EcsRedeployment.Planning.Change;

namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class ChangeMakerTests
{
    private static readonly Arn Parameter = new(Home, "ssm", "parameter/prod/db");

    [Fact]
    public void A_parameters_new_value_and_moved_label_are_distinct_changes()
    {
        var origin = ChangeMaker.OfParameter(Parameter, [Event(Changed), Event(After), Event(Before, labelMoved: true)]);

        origin.Change.Keys.ShouldBe([SourceKey.OfParameter(Home, "prod/db")]);
        origin.Change.Labels.ShouldBe(new Dictionary<string, ChangeTime>
        {
            [Labels.Latest] = ChangeTime.Certain(After),
            [Labels.AnyLabel] = ChangeTime.Certain(Before),
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_secret_scheduled_for_deletion_counts_as_deleted(bool isDeleted) =>
        ChangeMaker.Of(new SecretFacts(SecretArn, "db") { IsDeleted = isDeleted }, [], null, takeLastModified: false, After)
            .IsDeleted.ShouldBe(isDeleted);

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", true)]
    [InlineData("2026-03-01 12:00", true)]
    [InlineData("2062-03-01T12:00:00Z", false)] // It would switch the halt off for good.
    [InlineData("now", false)]
    public void A_rollout_is_resumed_by_a_time_that_has_come(string text, bool counts) =>
        (ChangeMaker.Of(
            new SecretFacts(SecretArn, "db") { Tags = new Dictionary<string, string> { ["rotation:resume"] = text } },
            [], null, false, After)
            .ResumedAt > default(DateTimeOffset)).ShouldBe(counts);

    [Fact]
    public void A_secret_is_found_by_its_ARN_and_by_its_name() =>
        ChangeMaker.KeysOf(new(Home, "secretsmanager", "secret:db-AbC123")).ShouldBe(Change().Keys);

    private static Delivery Event(DateTimeOffset at, bool labelMoved = false) =>
        new("m", 1, new ParameterChange(Parameter, labelMoved, at));
}
