namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ChangeTests
{
    private static readonly ChangeTime Early = new(Before, After.AddHours(1));
    private static readonly ChangeTime Late = ChangeTime.Certain(After);

    [Fact]
    public void Two_changes_of_a_secret_are_merged()
    {
        var replica = new SourceKey(SourceKind.SecretByName, Home with { Region = "us-east-1" }, "db");
        var one = Change(Late);
        var other = new Change(
            SecretArn, [one.Keys[0], replica], new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = Early, ["blue"] = Early });

        var both = one.And(other);

        both.Arn.ShouldBe(SecretArn);
        both.Keys.ShouldBe([.. one.Keys, replica]);
        both.Labels.ShouldBe(new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = new(After, After.AddHours(1)), ["blue"] = Early },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void A_secret_is_deleted_when_either_change_has_it(bool one, bool other, bool both) =>
        (Change() with { IsDeleted = one }).And(Change() with { IsDeleted = other }).IsDeleted.ShouldBe(both);

    [Theory]
    [InlineData(SecretArn, "AWSCURRENT", true)]
    [InlineData(SecretArn + "::AWSCURRENT:", "AWSCURRENT", true)]
    [InlineData(SecretArn + "::AWSPREVIOUS:", "AWSCURRENT", true)]
    [InlineData(SecretArn + "::blue:", "AWSCURRENT", false)]
    [InlineData(SecretArn + "::blue:", "blue", true)]
    [InlineData(SecretArn, "blue", false)]
    // A parameter without a label is read in its latest version, one with a label where that points.
    [InlineData("/prod/db", "LATEST", true)]
    [InlineData("/prod/db", "AWSCURRENT", false)]
    [InlineData("/prod/db:blue", "LATEST", false)]
    [InlineData("/prod/db:blue", "blue", true)]
    // The event of a parameter's label does not show which label moved.
    [InlineData("/prod/db:blue", "*", true)]
    [InlineData("/prod/db", "*", false)]
    [InlineData(SecretArn, "LATEST", false)]
    public void A_reference_reads_the_label_it_names_or_the_usual_one(string text, string moved, bool concerns) =>
        Change(Late, moved).TimeFor(Reference(text)).ShouldBe(concerns ? Late : null);

    [Fact]
    public void A_certain_move_counts_before_a_possible_one() =>
        new Change("/prod/db", [], new Dictionary<string, ChangeTime> { ["*"] = Late, ["blue"] = Early })
            .TimeFor(Reference("/prod/db:blue")).ShouldBe(Early);
}
