namespace RotationLambdas.PostgresRotation.Tests.Secrets;

public sealed class PasswordCopiesTests
{
    private const string Old = "p@ss w/rd";
    private static readonly Credential Next = new("app_clone", "n#w+p%ss");

    [Theory]
    [InlineData("p@ss w/rd", "n#w+p%ss")]
    [InlineData("app", "app_clone")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432/orders",
        "postgresql://app_clone:n%23w%2Bp%25ss@db.example.com:6432/orders")]
    [InlineData("postgres://app:p%40ss w%2frd@DB.example.com:6432/orders?sslmode=require",
        "postgres://app_clone:n%23w%2Bp%25ss@DB.example.com:6432/orders?sslmode=require")]
    [InlineData("postgresql+asyncpg://app:p%40ss%20w%2Frd@db.example.com:6432/orders",
        "postgresql+asyncpg://app_clone:n%23w%2Bp%25ss@db.example.com:6432/orders")]
    [InlineData("jdbc:postgresql://db.example.com:6432/orders?user=app&ssl=true&password=p%40ss%20w%2Frd",
        "jdbc:postgresql://db.example.com:6432/orders?user=app_clone&ssl=true&password=n%23w%2Bp%25ss")]
    [InlineData("Host=db.example.com;Port=6432;Database=orders;Username=app;Password=p@ss w/rd",
        "Host=db.example.com;Port=6432;Database=orders;Username=app_clone;Password=n#w+p%ss")]
    public void Rewrites_whole_components(string value, string expected) => Value(Rewrite(value), "COPY").ShouldBe(expected);

    [Theory]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@evil.example.com:6432/orders")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com/orders")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432/other")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432/orders#x")]
    [InlineData("postgresql://other:p%40ss%20w%2Frd@db.example.com:6432/orders")]
    [InlineData("postgresql://app:other@db.example.com:6432/orders")]
    [InlineData("postgresql://app@db.example.com:6432/orders")]
    [InlineData("postgresql://db.example.com:6432/orders")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432/orders?user=other")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432/orders?user")]
    [InlineData("postgresql://app:p@ss w/rd@db.example.com:6432/orders")]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@db.example.com:6432,b:1/orders")]
    [InlineData("://")]
    [InlineData("Host=db.example.com;Port=x;Username=app;Password=p@ss w/rd")]
    [InlineData("Host=evil;Port=6432;Database=orders;Username=app;Password=p@ss w/rd")]
    [InlineData("Host=db.example.com;Nonsense=1;Password=p@ss w/rd")]
    [InlineData("PGPASSWORD is p@ss w/rd")]
    [InlineData("")]
    public void Refuses_what_is_not_a_copy_of_the_credential(string value)
    {
        var error = Should.Throw<SecretMalformedException>(() => Rewrite(value));

        error.Problem.ShouldContain("the key COPY, which TRUST_SETTINGS names in passwordCopies");
        error.ToString().ShouldNotContain("ss w");
        error.InnerException.ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_named_key_that_is_missing() =>
        Should.Throw<SecretMalformedException>(() => PasswordCopies.Rewrite(Secret("x"), Next, ["MISSING"]))
            .Problem.ShouldContain("is missing");

    [Theory]
    [InlineData("p@ss w/rd", true)]
    [InlineData("postgresql://app:p%40ss%20w%2Frd@elsewhere/db", true)]
    [InlineData("postgresql://app:p%40ss w%2frd@elsewhere/db", true)]
    [InlineData("app", true)]
    [InlineData("other", false)]
    public void Reports_the_keys_that_would_be_stale(string value, bool isStale) =>
        PasswordCopies.Stale(Secret(value), Next, []).ShouldBe(isStale ? ["COPY"] : []);

    [Fact]
    public void A_copy_of_a_user_that_stays_is_not_stale() =>
        PasswordCopies.Stale(Secret("app"), Next with { UserName = "app" }, []).ShouldBeEmpty();

    [Fact]
    public void A_rewritten_key_is_not_stale() => PasswordCopies.Stale(Secret(Old), Next, ["COPY"]).ShouldBeEmpty();

    private static string Rewrite(string value) => PasswordCopies.Rewrite(Secret(value), Next, ["COPY"]);

    private static DatabaseSecret Secret(string copy) => DatabaseSecret.Parse(
        $$"""{"host":"db.example.com","port":6432,"dbname":"orders","username":"app","password":"{{Old}}","COPY":"{{copy}}"}""",
        "The AWSCURRENT version");

    private static string? Value(string text, string key) => DatabaseSecret.Parse(text, "The new version").Text(key);
}
