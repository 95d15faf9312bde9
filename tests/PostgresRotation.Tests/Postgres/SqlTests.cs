namespace RotationLambdas.PostgresRotation.Tests.Postgres;

public class SqlTests
{
    [Theory]
    [InlineData("app", "\"app\"")]
    [InlineData("App \"prod\"", "\"App \"\"prod\"\"\"")]
    [InlineData("a'b;--", "\"a'b;--\"")]
    public void An_identifier_is_quoted(string name, string quoted) => Sql.Identifier(name).ShouldBe(quoted);

    [Theory]
    [InlineData("x", "'x'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("a\\'b", " E'a\\\\''b'")]
    public void A_literal_is_quoted_with_and_without_escapes(string value, string quoted) => Sql.Literal(value).ShouldBe(quoted);
}
