using FsCheck;

namespace RotationLambdas.PostgresRotation.Tests.Passwords;

public class PasswordGeneratorTests
{
    [Fact]
    public void Every_password_keeps_to_its_policy()
    {
        var flags = Gen.Elements("true", "false");
        var policies =
            from length in Gen.Choose(4, 64)
            from excluded in Gen.Elements("", PasswordPolicy.DefaultExcludedCharacters, "abcXYZ123!", "lI1O0")
            from numbers in flags
            from punctuation in flags
            from upper in flags
            from each in flags
            select PasswordPolicyReader.Read(new Dictionary<string, string>
            {
                ["PASSWORD_LENGTH"] = $"{length}",
                ["EXCLUDE_CHARACTERS"] = excluded,
                ["EXCLUDE_NUMBERS"] = numbers,
                ["EXCLUDE_PUNCTUATION"] = punctuation,
                ["EXCLUDE_UPPERCASE"] = upper,
                ["REQUIRE_EACH_INCLUDED_TYPE"] = each,
            }.GetValueOrDefault);

        Prop.ForAll(policies.ToArbitrary(), policy =>
        {
            var password = new PasswordGenerator(policy).Generate();
            return password.Length == policy.Length
                && password.All(policy.Alphabet.Contains)
                && (!policy.RequiresEachType || policy.Types.All(type => password.Any(type.Contains)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Two_passwords_are_never_the_same()
    {
        var generator = new PasswordGenerator(PasswordPolicyReader.Read(_ => null));

        Enumerable.Range(0, 1000).Select(_ => generator.Generate()).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public void Every_allowed_character_turns_up()
    {
        var policy = PasswordPolicyReader.Read(_ => null);
        var generator = new PasswordGenerator(policy);

        Enumerable.Range(0, 500).SelectMany(_ => generator.Generate()).Distinct().ShouldBe(policy.Alphabet, ignoreOrder: true);
    }
}
