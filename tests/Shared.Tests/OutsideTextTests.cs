namespace RotationLambdas.Shared.Tests;

public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("Größe \"quoted\" 'x' %s {0} 用户 😀")]
    public void Text_that_prints_is_shown_as_it_is(string text) => OutsideText.Of(text).ShouldBe(text);

    [Theory]
    [InlineData("a\nERROR forged", "a?ERROR forged")]
    [InlineData("a\r\tb\0c", "a??b?c")]
    [InlineData("\u001b[31mred", "?[31mred")]
    [InlineData("a\u2028b\u2029c", "a?b?c")]
    [InlineData("evil\u202egpj", "evil?gpj")]
    public void Characters_that_could_forge_a_line_are_replaced(string text, string shown) => OutsideText.Of(text).ShouldBe(shown);

    [Fact]
    public void A_long_text_is_cut() => OutsideText.Of(new string('x', 5000)).ShouldBe(new string('x', OutsideText.Limit) + "…");
}
