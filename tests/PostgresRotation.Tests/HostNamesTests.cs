namespace RotationLambdas.PostgresRotation.Tests;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("db.example.com")]
    [InlineData("db.example.com.")]
    [InlineData("my-db.cluster-ro-c1.eu-west-1.rds.amazonaws.com")]
    [InlineData("under_score.internal")]
    [InlineData("10.0.0.7")]
    [InlineData("fd00::1")]
    [InlineData("::1")]
    public void One_name_or_address_is_a_host(string text) => HostNames.IsOne(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData(" db.example.com")]
    [InlineData("postgres://db.example.com")]
    [InlineData("https://db.example.com/")]
    [InlineData("db.example.com:5432")]
    [InlineData("[::1]")]
    [InlineData("one,two")]
    [InlineData("/var/run/postgresql")]
    [InlineData("@abstract")]
    [InlineData("db;Host=evil")]
    [InlineData("db\nevil")]
    [InlineData("user@db")]
    public void Anything_that_a_driver_may_read_more_into_is_not(string text) => HostNames.IsOne(text).ShouldBeFalse();

    [Theory]
    [InlineData("db.example.com", "DB.Example.COM", true)]
    [InlineData("db.example.com", "db.example.com.", true)]
    [InlineData("db.example.com", "db.example.org", false)]
    [InlineData("db.example.com", "db.example.com.evil", false)]
    public void Names_are_compared_as_DNS_does(string one, string other, bool same) => HostNames.Same(one, other).ShouldBe(same);
}
