namespace RotationLambdas.EcsRedeployment.Tests.References;

public sealed class SourceKeyTests
{
    [Theory]
    [InlineData("db-AbC123", "db")]
    [InlineData("a-AbC123", "a")]
    [InlineData("my-secret", "my")]
    [InlineData("prod/db-Azaz09", "prod/db")]
    // Any other id is a name.
    [InlineData("", null)]
    [InlineData("db", null)]
    [InlineData("-AbC123", null)]
    [InlineData("db-AbC12", null)]
    [InlineData("db-AbC1234", null)]
    [InlineData("db_AbC123", null)]
    [InlineData("db-A.C123", null)]
    [InlineData("db--bC123", null)]
    [InlineData("db-AbC12-", null)]
    [InlineData("db-AbC12é", null)]
    public void Only_an_id_that_ends_in_a_hyphen_and_six_characters_is_complete(string id, string? name)
    {
        SourceKey.LooksComplete(id).ShouldBe(name is not null);
        SourceKey.NameOf(id).ShouldBe(name ?? id);
        SourceKey.OfArnId(Home, id).ShouldBe(new(name is null ? SourceKind.SecretByName : SourceKind.SecretByArn, Home, id));
    }

    [Fact]
    public void A_parameter_has_one_key_with_and_without_its_leading_slash() =>
        SourceKey.OfParameter(Home, "/prod/db").ShouldBe(SourceKey.OfParameter(Home, "prod/db"));
}
