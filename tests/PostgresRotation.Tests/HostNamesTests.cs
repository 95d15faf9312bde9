namespace RotationLambdas.PostgresRotation.Tests;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("db.example.com", true)]
    [InlineData("db.example.com.", true)]
    [InlineData("my-db.cluster-ro-c1.eu-west-1.rds.amazonaws.com", true)]
    [InlineData("under_score.internal", true)]
    [InlineData("10.0.0.7", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::1", true)]
    // What a driver may read more into.
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("a b", false)]
    [InlineData(" db.example.com", false)]
    [InlineData("postgres://db.example.com", false)]
    [InlineData("https://db.example.com/", false)]
    [InlineData("db.example.com:5432", false)]
    [InlineData("[::1]", false)]
    [InlineData("one,two", false)]
    [InlineData("/var/run/postgresql", false)]
    [InlineData("@abstract", false)]
    [InlineData("db;Host=evil", false)]
    [InlineData("db\nevil", false)]
    [InlineData("user@db", false)]
    public void One_name_or_address_is_a_host(string text, bool isOne) => HostNames.IsOne(text).ShouldBe(isOne);

    [Theory]
    [InlineData("db.example.com", "DB.Example.COM", true)]
    [InlineData("db.example.com", "db.example.com.", true)]
    [InlineData("db.example.com", "db.example.org", false)]
    [InlineData("db.example.com", "db.example.com.evil", false)]
    public void Names_are_compared_as_DNS_does(string one, string other, bool same) => HostNames.Same(one, other).ShouldBe(same);
}
