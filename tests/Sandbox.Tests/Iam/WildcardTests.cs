namespace RotationLambdas.Sandbox.Tests.Iam;

public class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abbd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*:secret:prod/*", "arn:aws:secretsmanager:eu-west-1:1:secret:prod/db-AbCdEf", true)]
    [InlineData("*:secret:prod/*", "arn:aws:secretsmanager:eu-west-1:1:secret:production-AbCdEf", false)]
    [InlineData("db", "db-replica", false)]
    [InlineData("a*b*c**", "aXbYbZc", true)]
    [InlineData("A", "a", false)]
    public void Text_fits_a_pattern_as_a_whole(string pattern, string text, bool fits) => Wildcard.Matches(pattern, text).ShouldBe(fits);

    [Fact]
    public void Actions_are_compared_without_their_case() =>
        Wildcard.MatchesIgnoringCase("SecretsManager:get*", "secretsmanager:GetSecretValue").ShouldBeTrue();

    [Theory]
    [InlineData("arn:aws:sqs:*:123456789012:a", "arn:aws:sqs:eu-west-1:123456789012:a", true)]
    [InlineData("arn:*:a", "arn:aws:sqs:eu-west-1:123456789012:a", false)]
    [InlineData("arn:aws:lambda:eu-west-1:1:function:f", "arn:aws:lambda:eu-west-1:1:function:f", true)]
    [InlineData("arn:aws:sqs:*:a", "no arn", false)]
    public void A_wildcard_in_an_ARN_condition_stays_within_its_part(string pattern, string arn, bool fits) =>
        Wildcard.MatchesArn(pattern, arn).ShouldBe(fits);
}
