namespace RotationLambdas.EcsRedeployment.Tests.References;

public sealed class SourceKeyTests
{
    [Theory]
    [InlineData("db-AbC123", "db")]
    [InlineData("a-AbC123", "a")]
    [InlineData("my-secret", "my")]
    [InlineData("prod/db-Azaz09", "prod/db")]
    public void An_id_that_ends_in_a_hyphen_and_six_characters_is_complete(string id, string name)
    {
        SourceKey.LooksComplete(id).ShouldBeTrue();
        SourceKey.NameOf(id).ShouldBe(name);
        SourceKey.OfArnId(Home, id).ShouldBe(new SourceKey(SourceKind.SecretByArn, Home, id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("db")]
    [InlineData("-AbC123")]
    [InlineData("db-AbC12")]
    [InlineData("db-AbC1234")]
    [InlineData("db_AbC123")]
    [InlineData("db-A.C123")]
    [InlineData("db--bC123")]
    [InlineData("db-AbC12-")]
    [InlineData("db-AbC12é")]
    public void Any_other_id_is_a_name(string id)
    {
        SourceKey.LooksComplete(id).ShouldBeFalse();
        SourceKey.NameOf(id).ShouldBe(id);
        SourceKey.OfArnId(Home, id).ShouldBe(new SourceKey(SourceKind.SecretByName, Home, id));
    }

    [Fact]
    public void A_parameter_has_one_key_with_and_without_its_leading_slash() =>
        SourceKey.OfParameter(Home, "/prod/db").ShouldBe(SourceKey.OfParameter(Home, "prod/db"));
}
