namespace RotationLambdas.Shared.Tests;

public sealed class OutsideTextTests
{
    [Theory]
    // Text that prints is shown as it is.
    [InlineData("", null)]
    [InlineData("app", null)]
    [InlineData("Größe \"quoted\" 'x' %s {0} 用户 😀", null)]
    [InlineData("a\nERROR forged", "a?ERROR forged")]
    [InlineData("a\r\tb\0c", "a??b?c")]
    [InlineData("\u001b[31mred", "?[31mred")]
    [InlineData("a\u2028b\u2029c", "a?b?c")]
    [InlineData("evil\u202egpj", "evil?gpj")]
    public void Only_characters_that_could_forge_a_line_are_replaced(string text, string? shown) =>
        OutsideText.Of(text).ShouldBe(shown ?? text);

    [Fact]
    public void A_long_text_is_cut() => OutsideText.Of(new string('x', 5000)).ShouldBe(new string('x', OutsideText.Limit) + "…");
}
