namespace RotationLambdas.Sandbox.Tests.Template;

public class CostTableTests
{
    private static readonly List<string[]> Rows = [.. DocumentTable.Rows("reference/cost.md", "## What it costs")];

    [Fact]
    public void Each_amount_is_quantity_times_price_and_the_last_row_is_their_sum()
    {
        foreach (var row in Rows.SkipLast(1))
        {
            Amount(row).ShouldBe(Math.Round(Number(row[1]) * Number(row[2]), 2, MidpointRounding.AwayFromZero), row[0]);
        }

        Amount(Rows[^1]).ShouldBe(Rows.SkipLast(1).Sum(Amount));
    }

    [Fact]
    public void The_alarms_that_are_counted_are_those_of_the_template() =>
        Number(Rows.Single(row => row[0] == "CloudWatch alarms")[1]).ShouldBe(ExampleStack.Default.Alarms.Count);

    private static decimal Amount(string[] row) => Number(row[3]);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
