namespace RotationLambdas.Shared.Tests;

public sealed class SentenceTests
{
    [Fact]
    public void Keeps_literal_text_and_cleans_each_value()
    {
        Sentence sentence = $"Line one\nThe host {"a\r\nERROR forged"} has {443} ports.";

        sentence.ToString().ShouldBe("Line one\nThe host a??ERROR forged has 443 ports.");
    }

    [Fact]
    public void Bounds_each_value() =>
        Text($"{new string('x', 5000)}.").ShouldBe(new string('x', OutsideText.Limit) + "….");

    [Fact]
    public void Cleans_and_bounds_text_that_is_not_interpolated()
    {
        var outside = "a\n" + new string('x', 5000);

        Text(outside).Length.ShouldBe(Sentence.Limit + 1);
        Text(outside).ShouldStartWith("a?xx");
    }

    [Fact]
    public void Nests_without_a_second_cut()
    {
        Sentence inner = $"{new string('x', 250)} and {new string('y', 250)}";

        Text($"{inner}.").Length.ShouldBe(506);
    }

    [Fact]
    public void A_missing_value_is_empty() => Text($"[{(string?)null}]").ShouldBe("[]");

    private static string Text(Sentence sentence) => sentence.ToString();
}
