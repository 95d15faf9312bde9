namespace RotationLambdas.PostgresRotation.Tests.Options;

public class PasswordPolicyReaderTests
{
    [Fact]
    public void Has_the_defaults_of_the_AWS_functions()
    {
        var policy = Read([]);

        policy.Length.ShouldBe(32);
        policy.RequiresEachType.ShouldBeTrue();
        policy.Alphabet.Length.ShouldBe(94 - 6);
        policy.Alphabet.ShouldNotContain(character => ":/@\"'\\".Contains(character));
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("1", 0)]
    [InlineData("y", 0)]
    [InlineData("YES", 0)]
    [InlineData("false", 10)]
    [InlineData("0", 10)]
    [InlineData("n", 10)]
    [InlineData("No", 10)]
    [InlineData("", 10)]
    public void What_AWS_reads_as_true_excludes(string value, int digits)
    {
        Read(new() { ["EXCLUDE_NUMBERS"] = value }).Alphabet.Count(char.IsAsciiDigit).ShouldBe(digits);
    }

    [Theory]
    [InlineData("EXCLUDE_LOWERCASE", "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("EXCLUDE_UPPERCASE", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("EXCLUDE_NUMBERS", "0123456789")]
    [InlineData("EXCLUDE_PUNCTUATION", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")]
    public void Each_exclusion_takes_its_own_type_away_and_no_other(string variable, string type)
    {
        var all = Read(new() { ["EXCLUDE_CHARACTERS"] = "" });
        var rest = Read(new() { ["EXCLUDE_CHARACTERS"] = "", [variable] = "true" });

        all.Alphabet.Length.ShouldBe(94);
        all.Alphabet.Except(rest.Alphabet).ShouldBe(type, ignoreOrder: true);
    }

    [Fact]
    public void A_type_of_which_nothing_is_left_is_not_required()
    {
        Read(new() { ["EXCLUDE_CHARACTERS"] = "0123456789" }).Types.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("PASSWORD_LENGTH", "0", "1 to 4096")]
    [InlineData("PASSWORD_LENGTH", "4097", "1 to 4096")]
    [InlineData("PASSWORD_LENGTH", "-5", "1 to 4096")]
    [InlineData("PASSWORD_LENGTH", "32.5", "1 to 4096")]
    [InlineData("PASSWORD_LENGTH", "many", "1 to 4096")]
    [InlineData("EXCLUDE_NUMBERS", "maybe", "true or false")]
    [InlineData("EXCLUDE_PUNCTUATION", "on", "true or false")]
    [InlineData("EXCLUDE_UPPERCASE", "ja", "true or false")]
    [InlineData("EXCLUDE_LOWERCASE", "2", "true or false")]
    [InlineData("REQUIRE_EACH_INCLUDED_TYPE", "x", "true or false")]
    public void Names_an_invalid_value_and_what_is_allowed(string variable, string value, string allowed)
    {
        var error = Should.Throw<ConfigurationInvalidException>(() => Read(new() { [variable] = value }));

        error.Problem.ShouldStartWith($"The environment variable {variable} is \"{value}\"");
        error.Remedy.ShouldContain(allowed);
    }

    [Fact]
    public void A_policy_that_leaves_no_character_is_refused()
    {
        Should.Throw<ConfigurationInvalidException>(() => Read(new()
        {
            ["EXCLUDE_LOWERCASE"] = "1",
            ["EXCLUDE_UPPERCASE"] = "1",
            ["EXCLUDE_PUNCTUATION"] = "1",
            ["EXCLUDE_CHARACTERS"] = "0123456789",
        })).Problem.ShouldContain("leaves no character");
    }

    [Fact]
    public void A_password_shorter_than_the_types_it_must_hold_is_refused()
    {
        Should.Throw<ConfigurationInvalidException>(() => Read(new() { ["PASSWORD_LENGTH"] = "3" }))
            .Problem.ShouldContain("each of 4 types");
        Read(new() { ["PASSWORD_LENGTH"] = "3", ["REQUIRE_EACH_INCLUDED_TYPE"] = "false" }).Length.ShouldBe(3);
    }

    private static PasswordPolicy Read(Dictionary<string, string> variables) => PasswordPolicyReader.Read(variables.GetValueOrDefault);
}
