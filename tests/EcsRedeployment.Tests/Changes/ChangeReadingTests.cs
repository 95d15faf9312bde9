namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class ChangeReadingTests
{
    private static readonly SecretFacts Facts = new(SecretArn, "db");
    private static readonly Delivery First = new("m0", 1, new Sweep(DryRun: false));
    private static readonly Delivery Second = new("m1", 1, new Sweep(DryRun: false));

    [Fact]
    public void Changes_by_ARN_and_by_name_are_merged_without_loss()
    {
        var merged = Merge(new ChangeOrigin(Change(), null, [First]), new ChangeOrigin(Change(), Facts, [Second, First]));

        merged.ShouldHaveSingleItem().Deliveries.ShouldBe([First, Second]);
        merged[0].Facts.ShouldBe(Facts);
    }

    [Fact]
    public void What_was_known_first_is_kept() =>
        Merge(new ChangeOrigin(Change(), Facts, [First]), new ChangeOrigin(Change(), Facts with { IsDeleted = true }, []))
            .ShouldHaveSingleItem().Facts.ShouldBe(Facts);

    [Fact]
    public void Two_secrets_stay_two() =>
        Merge(new ChangeOrigin(Change(), null, [First]), new ChangeOrigin(ChangeOf("other-AbC123", "other"), null, [First]))
            .Count.ShouldBe(2);

    private static List<ChangeOrigin> Merge(params ChangeOrigin[] changes)
    {
        var reading = new ChangeReading();
        reading.Changes.AddRange(changes);
        reading.Merge();
        return reading.Changes;
    }
}
