namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class ChangeDatingTests
{
    private static readonly SecretFacts Facts = new(SecretArn, "db")
    {
        VersionOfLabel = new Dictionary<string,
            string>
        { ["AWSCURRENT"] = "v2", ["AWSPREVIOUS"] = "v1", ["AWSPENDING"] = "v3", ["blue"] = "v1" },
    };

    [Fact]
    public void Labels_that_no_task_waits_for_have_no_time_of_their_own() => Date(Facts, []).Keys.Order().ShouldBe(["AWSCURRENT", "blue"]);

    [Fact]
    public void Of_several_moves_of_a_label_the_last_counts() =>
        Date(Facts, [Moved("blue", After), Moved("blue", Changed), Moved("AWSCURRENT", Before)])["blue"]
            .ShouldBe(ChangeTime.Certain(After));

    [Fact]
    public void A_label_moved_no_earlier_than_its_version_was_made() =>
        Date(Facts, [], new() { ["v1"] = Before, ["v2"] = After })["AWSCURRENT"].Known.ShouldBe(After);

    [Fact]
    public void A_rolled_back_AWSCURRENT_moved_after_the_newer_version() =>
        Date(Facts, [], new() { ["v1"] = After, ["v2"] = Before })["AWSCURRENT"].Known.ShouldBe(After);

    [Fact]
    public void A_rotation_that_succeeded_moved_AWSCURRENT_and_no_other_label()
    {
        var times = Date(Facts with { LastRotated = Changed }, []);

        times["AWSCURRENT"].Known.ShouldBe(Changed);
        times["blue"].Known.ShouldBe(default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_last_modification_counts_on_an_operators_order(bool takeLastModified)
    {
        var time = ChangeDating.Of(Facts with { LastChanged = After }, [Moved("AWSCURRENT", Changed)], null, takeLastModified)[
            "AWSCURRENT"];

        time.ShouldBe(new ChangeTime(takeLastModified ? After : Changed, After));
    }

    [Fact]
    public void Events_alone_date_the_labels_that_they_name() =>
        ChangeDating.OfEventsOnly([Moved("AWSCURRENT", Changed), Moved("AWSCURRENT", After), new(SecretArn, null, null, null)])
            .ShouldBe(new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = ChangeTime.Certain(After) });

    private static IReadOnlyDictionary<string, ChangeTime> Date(
        SecretFacts facts, SecretChange[] events, Dictionary<string, DateTimeOffset>? dates = null) =>
        ChangeDating.Of(facts, events, dates, takeLastModified: false);

    private static SecretChange Moved(string label, DateTimeOffset by) => new(SecretArn, label, null, by);
}
